package waybill.kit.commit;

import java.util.Optional;
import java.util.function.Supplier;
import waybill.kit.Limits;

/**
 * A decision whose write meets a conflict is made again from what is there now: a failed condition
 * is never taken for a duplicate.
 */
public final class Decisions {
  private final Pause pause;

  public Decisions(Pause pause) {
    this.pause = pause;
  }

  /** An empty result means that the write found another version than was read. */
  public <R> R untilWritten(Supplier<Optional<R>> decision) {
    for (int made = 1; made <= Limits.DECISIONS_MAX; made++) {
      Optional<R> result = decision.get();
      if (result.isPresent()) return result.get();
      pause.after(made);
    }
    throw new Conflicted(Limits.DECISIONS_MAX);
  }
}
