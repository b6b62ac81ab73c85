package waybill.local.aws;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each function called each action; what its triggers call is counted apart. */
public final class Traffic {
  private final Map<String, Map<String, LongAdder>> counts = new ConcurrentHashMap<>();

  void count(AccessKey key, String action) {
    var caller = key.function().id() + (key.isPoller() ? " (triggers)" : "");
    counts
        .computeIfAbsent(caller, name -> new ConcurrentHashMap<>())
        .computeIfAbsent(action, name -> new LongAdder())
        .increment();
  }

  /** The counts so far, by caller and action. */
  public Map<String, Map<String, Long>> snapshot() {
    var snapshot = new TreeMap<String, Map<String, Long>>();
    counts.forEach(
        (caller, actions) -> {
          var copy = new TreeMap<String, Long>();
          actions.forEach((action, count) -> copy.put(action, count.sum()));
          snapshot.put(caller, copy);
        });
    return snapshot;
  }

  public long count(String caller, String action) {
    return snapshot().getOrDefault(caller, Map.of()).getOrDefault(action, 0L);
  }
}
