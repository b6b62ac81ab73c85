package waybill.kit.commit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Contract;

/** One item of a commit that is being written down: its new state and what it says. */
public final class Draft<T> {
  enum Action {
    PUT,
    CHECK,
    REMOVE
  }

  /** What is said, before it has a sequence. */
  record Said<D>(Contract<D> contract, D data, @Nullable Instant expires) {}

  private final Row<T> row;
  private final Action action;
  private final @Nullable T value;
  private final List<Said<?>> said;

  private Draft(Row<T> row, Action action, @Nullable T value, List<Said<?>> said) {
    this.row = row;
    this.action = action;
    this.value = value;
    this.said = said;
  }

  static <T> Draft<T> put(Row<T> row, T value) {
    return new Draft<>(row, Action.PUT, value, List.of());
  }

  static <T> Draft<T> check(Row<T> row) {
    return new Draft<>(row, Action.CHECK, null, List.of());
  }

  static <T> Draft<T> remove(Row<T> row) {
    return new Draft<>(row, Action.REMOVE, null, List.of());
  }

  /** The message speaks about this item: the item's id is its key. */
  public <D> Draft<T> saying(Contract<D> contract, D data) {
    return saying(new Said<>(contract, data, null));
  }

  /**
   * @param expires from then on nobody is to act on it
   */
  public <D> Draft<T> saying(Contract<D> contract, D data, Instant expires) {
    return saying(new Said<>(contract, data, expires));
  }

  private Draft<T> saying(Said<?> one) {
    if (!row.kind().isEntity() || action != Action.PUT)
      throw new IllegalStateException("only an entity that is written can speak");
    List<Said<?>> more = new ArrayList<>(said);
    more.add(one);
    return new Draft<>(row, action, value, List.copyOf(more));
  }

  Row<T> row() {
    return row;
  }

  Action action() {
    return action;
  }

  T value() {
    if (value == null) throw new IllegalStateException("only a put has a value");
    return value;
  }

  List<Said<?>> said() {
    return said;
  }
}
