package waybill.kit.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import waybill.kit.commit.Tally;

/** Counts in memory, and keeps {@link TallyContract}. */
public final class MemoryTally implements Tally {
  private final Map<String, Long> counts = new HashMap<>();

  @Override
  public synchronized long add(String name, long count, Instant until) {
    return counts.merge(name, count, Long::sum);
  }

  /** All that was counted, for a test that wants to look behind. */
  public synchronized Map<String, Long> counts() {
    return Map.copyOf(counts);
  }
}
