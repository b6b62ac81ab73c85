package waybill.kit.commit;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.MessageId;

/**
 * One sort of item in a service's table: a record and where it is kept.
 *
 * <p>An <em>entity</em> may speak: its id is the key of its messages, and it is never removed. An
 * <em>entry</em> is silent (a unique name, a lookup) and may go.
 */
public final class Kind<T> {
  private final String name;
  private final Class<T> type;
  private final boolean entity;
  private final @Nullable Function<T, Place> place;
  private final @Nullable Function<T, Instant> expiry;
  private final @Nullable Function<T, Optional<Instant>> due;

  private Kind(
      String name,
      Class<T> type,
      boolean entity,
      @Nullable Function<T, Place> place,
      @Nullable Function<T, Instant> expiry,
      @Nullable Function<T, Optional<Instant>> due) {
    this.name = name;
    this.type = type;
    this.entity = entity;
    this.place = place;
    this.expiry = expiry;
    this.due = due;
  }

  public static <T> Kind<T> entity(String name, Class<T> type) {
    return new Kind<>(name, type, true, null, null, null);
  }

  public static <T> Kind<T> entry(String name, Class<T> type) {
    return new Kind<>(name, type, false, null, null, null);
  }

  public Kind<T> listed(Function<T, Place> place) {
    return new Kind<>(name, type, entity, place, expiry, due);
  }

  /** Some time after this the table forgets it; only entries may expire. */
  public Kind<T> expiring(Function<T, Instant> expiry) {
    if (entity) throw new IllegalStateException("an entity has a sequence: it stays");
    return new Kind<>(name, type, entity, place, expiry, due);
  }

  /**
   * At this time, if there is one, the worker is asked what becomes of it. An entity can't wait so:
   * its mark belongs to the relay.
   */
  public Kind<T> due(Function<T, Optional<Instant>> due) {
    if (entity) throw new IllegalStateException("an entity's due mark is the relay's");
    return new Kind<>(name, type, entity, place, expiry, due);
  }

  /** A draft of an item that nobody has seen yet; the commit fails if it is there after all. */
  public Draft<T> fresh(String id, T value) {
    return new Row<>(this, id, null, false).put(value);
  }

  boolean isEntity() {
    return entity;
  }

  String name() {
    return name;
  }

  Key key(String id) {
    if (!entity) return Key.ofEntry(name, id);
    if (!MessageId.isKey(id)) throw new IllegalArgumentException(name + " ids are message keys");
    return Key.ofEntity(id);
  }

  T read(Item item) {
    return Json.bind(Json.parse(item.doc()), type);
  }

  @Nullable Place place(T value) {
    return place == null ? null : place.apply(value);
  }

  Optional<Instant> due(T value) {
    return due == null ? Optional.empty() : due.apply(value);
  }

  /** The id under which the item was put; nothing if it is of another kind. */
  public Optional<String> idOf(Item item) {
    if (!item.kind().equals(name)) return Optional.empty();
    String partition = item.key().partition();
    return Optional.of(entity ? partition : partition.substring(name.length() + 1));
  }

  @Nullable Instant expiry(T value) {
    return expiry == null ? null : expiry.apply(value);
  }
}
