package waybill.contracts;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was used last, up to a number and up to a weight; safe for many threads. */
public final class Recent<K, V> {
  private record Weighed<V>(V value, long weight) {}

  private final Map<K, Weighed<V>> byKey = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;
  private final long heaviest;
  private long weight;

  public Recent(int most, long heaviest) {
    this.most = most;
    this.heaviest = heaviest;
  }

  public synchronized @Nullable V get(K key) {
    Weighed<V> found = byKey.get(key);
    return found == null ? null : found.value;
  }

  /** The newest is kept, whatever its weight. */
  public synchronized void put(K key, V value, long itsWeight) {
    Weighed<V> before = byKey.put(key, new Weighed<>(value, itsWeight));
    weight += itsWeight - (before == null ? 0 : before.weight);
    Iterator<Weighed<V>> eldest = byKey.values().iterator();
    while (byKey.size() > 1 && (byKey.size() > most || weight > heaviest)) {
      weight -= eldest.next().weight;
      eldest.remove();
    }
  }
}
