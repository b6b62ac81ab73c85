package waybill.kit.commit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;

/**
 * A document under a key of the platform's own choosing: beside other documents of one partition,
 * due at some time, gone after another.
 */
public record Cell<T>(Key key, long version, @Nullable T value) {

  public static <T> Cell<T> read(Table table, Key key, Class<T> type) {
    return table.read(key).map(item -> of(item, type)).orElseGet(() -> absent(key));
  }

  public static <T> Cell<T> of(Item item, Class<T> type) {
    return new Cell<>(item.key(), item.version(), Json.bind(Json.parse(item.doc()), type));
  }

  public static <T> Cell<T> absent(Key key) {
    return new Cell<>(key, 0, null);
  }

  public T required() {
    if (value == null) throw new IllegalStateException("nothing is at " + key);
    return value;
  }

  public Change put(T newValue, @Nullable Instant due, @Nullable Instant expires) {
    return put(newValue, null, due, expires);
  }

  /** The kind of such an item is what its place begins with. */
  public Change put(
      T newValue, @Nullable Place listed, @Nullable Instant due, @Nullable Instant expires) {
    String kind = key.place().split("~", 2)[0];
    return new Change.Put(
        key, version, kind, Docs.write(newValue), listed, due, expires, 0, List.of(), false);
  }

  public Change remove() {
    return new Change.Remove(key, version);
  }
}
