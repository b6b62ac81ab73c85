package waybill.kit.commit;

import java.util.ArrayList;
import java.util.List;

/** What a handler wants written and said, all at once. The kit carries it out. */
public final class Commit {
  private static final Commit NOTHING = new Commit(List.of(), List.of());

  private final List<Draft<?>> drafts;
  private final List<Change> changes;

  private Commit(List<Draft<?>> drafts, List<Change> changes) {
    this.drafts = drafts;
    this.changes = changes;
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
    return new Commit(List.copyOf(more), changes);
  }

  /** Of an item under a key of the platform's own choosing, which says nothing. */
  public Commit and(Change change) {
    List<Change> more = new ArrayList<>(changes);
    more.add(change);
    return new Commit(drafts, List.copyOf(more));
  }

  List<Change> changes() {
    return changes;
  }

  List<Draft<?>> drafts() {
    return drafts;
  }
}
