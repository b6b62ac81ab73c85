package waybill.kit.commit;

import java.util.ArrayList;
import java.util.List;

/** What a handler wants written and said, all at once. The kit carries it out. */
public final class Commit {
  private static final Commit NOTHING = new Commit(List.of());

  private final List<Draft<?>> drafts;

  private Commit(List<Draft<?>> drafts) {
    this.drafts = drafts;
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
    return new Commit(List.copyOf(more));
  }

  List<Draft<?>> drafts() {
    return drafts;
  }
}
