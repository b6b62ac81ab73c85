package waybill.sagas.course;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.contracts.sagas.StepState;

/**
 * How far a step is.
 *
 * @param attempts how often its command was sent
 * @param undos how often its undo was sent
 * @param left how many attempts, of the command or of the undo, it has left
 * @param asked the sequence of what was sent last; only its reply counts
 * @param deadline until when that reply is waited for
 * @param why it failed for good
 */
public record StepRun(
    StepState state,
    int attempts,
    int undos,
    int left,
    long asked,
    @Nullable Instant deadline,
    @Nullable String why) {

  /** How it begins why an undo failed that had no reply. */
  static final String SILENCE = "not answered";

  static final StepRun WAITING = new StepRun(StepState.WAITING, 0, 0, 0, 0, null, null);

  StepRun withAttempts(int fresh) {
    return new StepRun(state, attempts, undos, fresh, asked, deadline, why);
  }

  StepRun asked(long sequence, Instant until) {
    return new StepRun(StepState.ASKED, attempts + 1, undos, left - 1, sequence, until, null);
  }

  StepRun undoAsked(long sequence, Instant until) {
    return new StepRun(StepState.UNDOING, attempts, undos + 1, left - 1, sequence, until, null);
  }

  /** Nothing is waited for any more. */
  StepRun ended(StepState as) {
    return new StepRun(as, attempts, undos, 0, asked, null, null);
  }

  StepRun failed(StepState as, String reason) {
    return new StepRun(as, attempts, undos, 0, asked, null, reason);
  }

  boolean isPast(Instant now) {
    return deadline != null && !deadline.isAfter(now);
  }

  boolean is(StepState one) {
    return state == one;
  }

  /** Whether what was sent last has its reply. */
  boolean isAnswered() {
    return switch (state) {
      case DONE, REFUSED, UNDONE -> true;
      case UNDO_FAILED -> why != null && !why.startsWith(SILENCE);
      default -> false;
    };
  }
}
