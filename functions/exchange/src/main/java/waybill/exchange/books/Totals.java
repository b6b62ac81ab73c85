package waybill.exchange.books;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waybill.kit.commit.Key;

/**
 * What was counted of a contract up to some time, by subscription and what it is.
 *
 * @param oldest for each subscription the oldest that the last audit found open
 */
record Totals(Instant upTo, Map<String, Long> counts, Map<String, Open> oldest) {

  /** A message that was open. */
  record Open(String id, Instant routedAt) {}

  Totals {
    counts = new TreeMap<>(counts);
    oldest = new TreeMap<>(oldest);
  }

  static Key keyOf(String contract) {
    return new Key("flow~" + contract, "total");
  }

  static Totals orNone(@Nullable Totals there) {
    return there == null ? new Totals(Instant.EPOCH, Map.of(), Map.of()) : there;
  }

  long of(String subscription, String what) {
    return counts.getOrDefault(subscription + "~" + what, 0L);
  }

  Totals and(Map<String, Long> more, Instant nowUpTo) {
    Map<String, Long> sums = new TreeMap<>(counts);
    more.forEach((name, count) -> sums.merge(name, count, Long::sum));
    return new Totals(nowUpTo, sums, oldest);
  }
}
