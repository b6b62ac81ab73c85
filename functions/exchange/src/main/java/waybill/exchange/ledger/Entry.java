package waybill.exchange.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.kit.commit.Key;
import waybill.kit.commit.Place;

/**
 * A message in the ledger: its text as the source sent it, written once, and to whom it was routed.
 *
 * @param after for each subscription the sequence about this key that was routed to it before; null
 *     while the message waits for its turn
 * @param routedAt null while it waits
 */
public record Entry(
    String text, String digest, @Nullable Map<String, Long> after, @Nullable Instant routedAt) {
  public static final String PLACE = "message";

  public static Key keyOf(MessageId id) {
    return new Key(id.toString(), PLACE);
  }

  public static boolean isAt(Key key) {
    return key.place().equals(PLACE);
  }

  public static Entry waiting(Arrival arrival) {
    return new Entry(arrival.text(), arrival.digest(), null, null);
  }

  /** Sorted, so that the same decision is the same text and goes out in the same order. */
  public static Entry routed(Arrival arrival, Map<String, Long> after, Instant at) {
    return new Entry(arrival.text(), arrival.digest(), new TreeMap<>(after), at);
  }

  /** Also for one that joined later. */
  public Entry also(String subscription, long lastBefore) {
    Map<String, Long> more = new TreeMap<>(subscribers());
    more.put(subscription, lastBefore);
    return new Entry(text, digest, more, routedAt);
  }

  public boolean isRouted() {
    return after != null;
  }

  /** Empty while it waits for its turn. */
  public Map<String, Long> subscribers() {
    return after == null ? Map.of() : after;
  }

  /** Found by its contract and by what it belongs to, newest first. */
  public static Place place(Arrival arrival) {
    var message = arrival.message();
    return Place.byTime(message.contract().name(), message.time(), message.id().toString())
        .relatedTo(message.correlation());
  }
}
