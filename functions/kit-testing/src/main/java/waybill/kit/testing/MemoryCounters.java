package waybill.kit.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import waybill.kit.commit.Counters;
import waybill.kit.commit.Key;

/** Counters in memory that keep {@link CountersContract}. */
public final class MemoryCounters implements Counters {
  private final Map<String, SortedMap<String, Map<String, Long>>> rows = new HashMap<>();

  private int additions;
  private boolean isBroken;

  public synchronized void lose() {
    rows.clear();
  }

  public synchronized void breakDown() {
    isBroken = true;
  }

  public synchronized int additions() {
    return additions;
  }

  @Override
  public synchronized void add(Key row, Map<String, Long> counts, Instant until) {
    if (isBroken) throw new IllegalStateException("no counters");
    additions++;
    Map<String, Long> at =
        rows.computeIfAbsent(row.partition(), partition -> new TreeMap<>())
            .computeIfAbsent(row.place(), place -> new TreeMap<>());
    counts.forEach((name, count) -> at.merge(name, count, Long::sum));
  }

  @Override
  public synchronized SortedMap<String, Map<String, Long>> from(String partition, String place) {
    SortedMap<String, Map<String, Long>> found = new TreeMap<>();
    rows.getOrDefault(partition, new TreeMap<>())
        .tailMap(place)
        .forEach((at, counts) -> found.put(at, new TreeMap<>(counts)));
    return found;
  }
}
