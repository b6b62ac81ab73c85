package waybill.exchange.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Key;

/**
 * How far a key of a source is routed.
 *
 * @param routed the last sequence routed
 * @param last for each subscription the last one routed to it
 * @param seen the highest sequence that waits in the ledger, so that nobody need look for more
 * @param view the subscriptions by which it was routed last
 * @param filling for each subscription that is given what was before it joined: the next sequence
 *     to look at
 * @param clear for each subscription up to where nothing stood in its queue when it was looked
 *     last; null as long as that was not necessary
 */
public record Head(
    long routed,
    Map<String, Long> last,
    long seen,
    long view,
    Map<String, Long> filling,
    @Nullable Map<String, Long> clear) {
  public static final Head NONE = new Head(0, Map.of(), 0, 0, Map.of(), null);
  public static final String PLACE = "head";

  public Head {
    last = new TreeMap<>(last);
    filling = filling == null ? Map.of() : new TreeMap<>(filling);
  }

  public static Key keyOf(MessageId id) {
    return keyOf(id.source(), id.key());
  }

  public static Key keyOf(String source, String key) {
    return new Key(source + "~" + key, PLACE);
  }

  public static Head of(Cell<Head> at) {
    return at.value() == null ? NONE : at.value();
  }

  public Map<String, Long> after(Iterable<String> subscribers) {
    Map<String, Long> after = new HashMap<>();
    for (String subscriber : subscribers) after.put(subscriber, last.getOrDefault(subscriber, 0L));
    return after;
  }

  public Head routed(long sequence, Iterable<String> subscribers, long byView) {
    Map<String, Long> now = new TreeMap<>(last);
    for (String subscriber : subscribers) now.put(subscriber, sequence);
    return new Head(
        sequence, now, Math.max(seen, sequence), Math.max(view, byView), filling, clear);
  }

  public Head seen(long sequence) {
    return new Head(routed, last, Math.max(seen, sequence), view, filling, clear);
  }

  public boolean hasMore() {
    return seen > routed;
  }

  /** Nothing of this key was ever routed to it, nor is about to be. */
  public boolean isNewTo(String subscription) {
    return !last.containsKey(subscription) && !filling.containsKey(subscription);
  }

  public boolean hasToFill() {
    return !filling.isEmpty();
  }

  /** From the beginning on, up to what is routed now. */
  public Head fill(Iterable<String> subscriptions, long byView) {
    Map<String, Long> more = new TreeMap<>(filling);
    for (String subscription : subscriptions) more.put(subscription, 1L);
    return new Head(routed, last, seen, Math.max(view, byView), more, clear);
  }

  /** Looked at all before {@code next}, of which {@code lastRouted} was the last for it. */
  public Head filled(String subscription, long next, long lastRouted) {
    Map<String, Long> left = new TreeMap<>(filling);
    if (next > routed) left.remove(subscription);
    else left.put(subscription, next);
    Map<String, Long> now = new TreeMap<>(last);
    now.put(subscription, lastRouted);
    return new Head(routed, now, seen, view, left, clear);
  }

  public long clearOf(String subscription) {
    return clear == null ? 0 : clear.getOrDefault(subscription, 0L);
  }

  public Head clear(Map<String, Long> nowClear) {
    if (nowClear.isEmpty()) return this;
    Map<String, Long> more = clear == null ? new TreeMap<>() : new TreeMap<>(clear);
    more.putAll(nowClear);
    return new Head(routed, last, seen, view, filling, more);
  }
}
