package waybill.kit.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a handler wants written and said, all at once. The kit carries it out. */
public final class Commit {
  private static final Commit NOTHING = new Commit(List.of(), List.of(), null);

  private final List<Draft<?>> drafts;
  private final List<Change> changes;
  private final @Nullable Origin origin;

  private Commit(List<Draft<?>> drafts, List<Change> changes, @Nullable Origin origin) {
    this.drafts = drafts;
    this.changes = changes;
    this.origin = origin;
  }

  public static Commit commit(Draft<?> draft) {
    return NOTHING.and(draft);
  }

  public static Commit nothing() {
    return NOTHING;
  }

  public Commit and(Draft<?> draft) {
    List<Draft<?>> more = new ArrayList<>(drafts);
    more.add(draft);
    return new Commit(List.copyOf(more), changes, origin);
  }

  /** Of an item under a key of the platform's own choosing, which says nothing. */
  public Commit and(Change change) {
    List<Change> more = new ArrayList<>(changes);
    more.add(change);
    return new Commit(drafts, List.copyOf(more), origin);
  }

  /** What is said belongs to an undertaking that has begun before, and not to what comes now. */
  public Commit belongingTo(Origin undertaking) {
    return new Commit(drafts, changes, undertaking);
  }

  Optional<Origin> origin() {
    return Optional.ofNullable(origin);
  }

  List<Change> changes() {
    return changes;
  }

  List<Draft<?>> drafts() {
    return drafts;
  }
}
