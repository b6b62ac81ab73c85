package waybill.exchange.ledger;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.kit.commit.Key;

/**
 * A message in the ledger: its text as the source sent it, written once, and to whom it was routed.
 *
 * @param after for each subscriber the sequence about this key that was routed to it before; null
 *     while the message waits for its turn
 */
public record Entry(String text, String digest, @Nullable Map<String, Long> after) {

  private static final String PLACE = "message";

  public static Key keyOf(MessageId id) {
    return new Key(id.toString(), PLACE);
  }

  public static boolean isAt(Key key) {
    return key.place().equals(PLACE);
  }

  public static Entry waiting(Arrival arrival) {
    return new Entry(arrival.text(), arrival.digest(), null);
  }

  /** Sorted, so that the same decision is the same text and goes out in the same order. */
  public static Entry routed(Arrival arrival, Map<String, Long> after) {
    return new Entry(arrival.text(), arrival.digest(), new TreeMap<>(after));
  }

  public boolean isRouted() {
    return after != null;
  }

  /** Empty while it waits for its turn. */
  public Map<String, Long> subscribers() {
    return after == null ? Map.of() : after;
  }
}
