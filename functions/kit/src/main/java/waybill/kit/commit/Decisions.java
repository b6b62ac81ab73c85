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
  private final int most;

  public Decisions(Pause pause) {
    this(pause, Limits.DECISIONS_MAX);
  }

  private Decisions(Pause pause, int most) {
    this.pause = pause;
    this.most = most;
  }

  /** Where nobody waits for the answer. */
  public static Decisions patient(Pause pause) {
    return new Decisions(pause, Limits.PATIENT_DECISIONS_MAX);
  }

  /** An empty result means that the write found another version than was read. */
  public <R> R untilWritten(Supplier<Optional<R>> decision) {
    for (int made = 1; made <= most; made++) {
      Optional<R> result = decision.get();
      if (result.isPresent()) return result.get();
      pause.after(made);
    }
    throw new Conflicted(most);
  }
}
