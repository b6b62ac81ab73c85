package waybill.kit.commit;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import waybill.kit.Limits;

/**
 * A decision whose write meets a conflict is made again from what is there now: a failed condition
 * is never taken for a duplicate.
 */
public final class Decisions {
  private final Pause pause;
  private final int most;
  private final BooleanSupplier inHaste;

  public Decisions(Pause pause) {
    this(pause, Limits.DECISIONS_MAX, () -> false);
  }

  private Decisions(Pause pause, int most, BooleanSupplier inHaste) {
    this.pause = pause;
    this.most = most;
    this.inHaste = inHaste;
  }

  /**
   * Of what many want at once.
   *
   * @param time when it is short, nothing is decided a second time
   */
  public static Decisions patient(Pause pause, TimeLeft time) {
    return new Decisions(pause, Limits.PATIENT_DECISIONS_MAX, time::isShort);
  }

  /** An empty result means that the write found another version than was read. */
  public <R> R untilWritten(Supplier<Optional<R>> decision) {
    for (int made = 1; ; made++) {
      Optional<R> result = decision.get();
      if (result.isPresent()) return result.get();
      if (made == most || inHaste.getAsBoolean()) throw new Conflicted(made);
      pause.after(made);
    }
  }
}
