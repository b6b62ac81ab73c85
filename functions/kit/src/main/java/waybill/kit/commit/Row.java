package waybill.kit.commit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was found under an id, also when that is nothing: the version to write against. */
public final class Row<T> {
  private final Kind<T> kind;
  private final String id;
  private final @Nullable Item item;
  private final boolean gone;

  /**
   * @param gone past its date: as good as removed, but written over at the version that it has
   */
  Row(Kind<T> kind, String id, @Nullable Item item, boolean gone) {
    this.kind = kind;
    this.id = id;
    this.item = item;
    this.gone = gone;
  }

  public Optional<T> value() {
    return Optional.ofNullable(item).filter(there -> !gone).map(kind::read);
  }

  public boolean exists() {
    return item != null && !gone;
  }

  public Draft<T> put(T value) {
    return Draft.put(this, value);
  }

  /** The commit holds only if this is still so. */
  public Draft<T> unchanged() {
    return Draft.check(this);
  }

  public Draft<T> remove() {
    if (kind.isEntity()) throw new IllegalStateException("an entity has a sequence: it stays");
    return Draft.remove(this);
  }

  Kind<T> kind() {
    return kind;
  }

  String id() {
    return id;
  }

  Key key() {
    return kind.key(id);
  }

  long version() {
    return item == null ? 0 : item.version();
  }

  @Nullable Item item() {
    return item;
  }
}
