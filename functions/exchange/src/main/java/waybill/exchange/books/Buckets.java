package waybill.exchange.books;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import waybill.contracts.exchange.FlowList.Rates;
import waybill.kit.commit.Counters;

/** What was counted of a contract lately, by the time. */
record Buckets(SortedMap<Instant, Map<String, Long>> byTime) {
  private static final List<String> ENDS = List.of("handled", "refused", "skipped");

  static Buckets read(Counters counters, String contract, Instant from) {
    SortedMap<Instant, Map<String, Long>> all = new TreeMap<>();
    for (int shard = 0; shard < FlowCounts.SHARDS; shard++)
      counters
          .from(FlowCounts.partitionOf(contract, shard), FlowCounts.placeOf(from))
          .forEach(
              (place, counts) -> {
                Map<String, Long> at =
                    all.computeIfAbsent(FlowCounts.bucketAt(place), any -> new TreeMap<>());
                counts.forEach((name, count) -> at.merge(name, count, Long::sum));
              });
    return new Buckets(all);
  }

  Map<String, Long> between(Instant from, Instant to) {
    Map<String, Long> sums = new TreeMap<>();
    byTime
        .subMap(from, to)
        .values()
        .forEach(counts -> counts.forEach((name, count) -> sums.merge(name, count, Long::sum)));
    return sums;
  }

  Rates produced(String subscription, Instant now) {
    return rates(List.of(FlowCounts.PRODUCED), subscription, now);
  }

  Rates ended(String subscription, Instant now) {
    return rates(ENDS, subscription, now);
  }

  private Rates rates(List<String> what, String subscription, Instant now) {
    return new Rates(
        rate(what, subscription, now, 1),
        rate(what, subscription, now, 5),
        rate(what, subscription, now, 15));
  }

  private double rate(List<String> what, String subscription, Instant now, int minutes) {
    Duration time = Duration.ofMinutes(minutes);
    Map<String, Long> counts = between(now.minus(time), now.plus(FlowCounts.BUCKET));
    long sum = 0;
    for (String one : what) sum += counts.getOrDefault(subscription + "~" + one, 0L);
    return (double) sum / time.toSeconds();
  }

  /** As if each was handled in its turn: that many of the latest are open. */
  Instant oldestOf(String subscription, long backlog, Instant otherwise) {
    long left = backlog;
    Instant oldest = otherwise;
    for (Instant at : new TreeMap<>(byTime).descendingKeySet()) {
      if (left <= 0) break;
      left -= byTime.getOrDefault(at, Map.of()).getOrDefault(subscription + "~produced", 0L);
      oldest = at;
    }
    return oldest;
  }
}
