package waybill.exchange.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.kit.commit.Key;
import waybill.kit.commit.Place;

/**
 * A message in the ledger: its text as the source sent it, written once, and to whom it was routed.
 *
 * @param after for each subscription the sequence about this key that was routed to it before; null
 *     while the message waits for its turn
 * @param routedAt null while it waits
 * @param erased who took its data away; null while they are there
 */
public record Entry(
    String text,
    String digest,
    @Nullable Map<String, Long> after,
    @Nullable Instant routedAt,
    @Nullable Erased erased) {
  public static final String PLACE = "message";

  public static Key keyOf(MessageId id) {
    return new Key(id.toString(), PLACE);
  }

  public static boolean isAt(Key key) {
    return key.place().equals(PLACE);
  }

  public static Entry waiting(Arrival arrival) {
    return new Entry(arrival.text(), arrival.digest(), null, null, null);
  }

  /** Sorted, so that the same decision is the same text and goes out in the same order. */
  public static Entry routed(Arrival arrival, Map<String, Long> after, Instant at) {
    return new Entry(arrival.text(), arrival.digest(), new TreeMap<>(after), at, null);
  }

  /** Also for one that joined later. */
  public Entry also(String subscription, long lastBefore) {
    Map<String, Long> more = new TreeMap<>(subscribers());
    more.put(subscription, lastBefore);
    return new Entry(text, digest, more, routedAt, erased);
  }

  /** What remains says so, under the digest of what it was. */
  public Entry without(Erased data) {
    String reason = data.says();
    Message remains = Message.parse(text).withoutData(reason);
    return new Entry(remains.toJson(), digest, after, routedAt, data);
  }

  /** As this is to become, but what was erased does not come back. */
  public Entry as(Entry routed) {
    return erased == null
        ? routed
        : new Entry(text, digest, routed.after(), routed.routedAt(), erased);
  }

  public boolean wasErased() {
    return erased != null;
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
