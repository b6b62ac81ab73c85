package waybill.contracts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was used last, up to a number; safe for many threads. */
final class Recent<K, V> {
  private final Map<K, V> byKey;

  Recent(int most) {
    this.byKey =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  synchronized @Nullable V get(K key) {
    return byKey.get(key);
  }

  synchronized void put(K key, V value) {
    byKey.put(key, value);
  }
}
