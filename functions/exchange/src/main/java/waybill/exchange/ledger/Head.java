package waybill.exchange.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import waybill.contracts.MessageId;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Key;

/**
 * How far a key of a source is routed.
 *
 * @param routed the last sequence routed
 * @param last for each subscriber the last one routed to it
 * @param seen the highest sequence that waits in the ledger, so that nobody need look for more
 */
public record Head(long routed, Map<String, Long> last, long seen) {
  static final Head NONE = new Head(0, Map.of(), 0);

  public static Key keyOf(MessageId id) {
    return new Key(id.source() + "~" + id.key(), "head");
  }

  public static Head of(Cell<Head> at) {
    return at.value() == null ? NONE : at.value();
  }

  public Map<String, Long> after(Iterable<String> subscribers) {
    Map<String, Long> after = new HashMap<>();
    for (String subscriber : subscribers) after.put(subscriber, last.getOrDefault(subscriber, 0L));
    return after;
  }

  public Head routed(long sequence, Iterable<String> subscribers) {
    Map<String, Long> now = new TreeMap<>(last);
    for (String subscriber : subscribers) now.put(subscriber, sequence);
    return new Head(sequence, now, Math.max(seen, sequence));
  }

  public Head seen(long sequence) {
    return new Head(routed, last, Math.max(seen, sequence));
  }

  public boolean hasMore() {
    return seen > routed;
  }
}
