package waybill.exchange.books;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waybill.contracts.exchange.Imbalance;

/**
 * Counts by their names, the oldest that is open, and what does not agree; of that only so many.
 *
 * @param differing how many do not agree
 */
record Sum(
    Map<Count, Long> counts,
    @Nullable Instant oldest,
    @Nullable String oldestId,
    long differing,
    List<Imbalance> unbalanced) {
  static final int UNBALANCED_MAX = 100;
  static final Sum NONE = new Sum(Map.of(), null, null, 0, List.of());

  /** What is counted. */
  enum Count {
    COMMITTED,
    UNSENT,
    ROUTED,
    UNSTATED,
    HANDLED,
    REFUSED,
    SKIPPED,
    PARKED,
    IN_FLIGHT
  }

  Sum {
    counts = new TreeMap<>(counts);
    unbalanced = List.copyOf(unbalanced);
  }

  long of(Count count) {
    return counts.getOrDefault(count, 0L);
  }

  Sum and(Count count, long more) {
    Map<Count, Long> sums = new TreeMap<>(counts);
    if (more > 0) sums.merge(count, more, Long::sum);
    return new Sum(sums, oldest, oldestId, differing, unbalanced);
  }

  Sum open(Instant routedAt, String id) {
    return oldest != null && !routedAt.isBefore(oldest)
        ? this
        : new Sum(counts, routedAt, id, differing, unbalanced);
  }

  Sum differs(Imbalance one) {
    List<Imbalance> more = new ArrayList<>(unbalanced);
    if (more.size() < UNBALANCED_MAX) more.add(one);
    return new Sum(counts, oldest, oldestId, differing + 1, more);
  }

  Sum plus(Sum other) {
    Sum sum = this;
    for (var count : other.counts.entrySet()) sum = sum.and(count.getKey(), count.getValue());
    if (other.oldest != null && other.oldestId != null)
      sum = sum.open(other.oldest, other.oldestId);
    for (Imbalance one : other.unbalanced) sum = sum.differs(one);
    long all = differing + other.differing;
    return new Sum(sum.counts, sum.oldest, sum.oldestId, all, sum.unbalanced);
  }
}
