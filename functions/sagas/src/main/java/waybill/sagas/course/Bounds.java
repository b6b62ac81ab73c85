package waybill.sagas.course;

import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import waybill.contracts.saga.Patience;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.Step;

/** Everything about a saga has an end and a size. */
public final class Bounds {
  /** Messages that changed nothing are listed up to here, and counted beyond. */
  public static final int IGNORED_LISTED_MAX = 50;

  /** Of what happened by itself the oldest is counted beyond this; what people did stays. */
  public static final int TIMELINE_MAX = 400;

  /** What is kept of what was heard: the row has room for its timeline and its outbox too. */
  public static final int FACTS_BYTES_MAX = 96 * 1024;

  public static final int REASON_CHARS_MAX = 500;

  /** An operator may have a saga tried again so often; skipping stays possible. */
  public static final int RETRIES_MAX = 100;

  /** An undo that fails waits longer each time, but no longer than this or its own timeout. */
  static final Duration UNDO_WAIT_LONGEST = Duration.ofHours(1);

  private static final int DOUBLINGS_MAX = 20;

  private Bounds() {}

  /** How long the reply to the n-th attempt of an undo is waited for. */
  static Duration undoWait(Patience patience, int attempt) {
    Duration first = patience.timeout();
    Duration longest = first.compareTo(UNDO_WAIT_LONGEST) > 0 ? first : UNDO_WAIT_LONGEST;
    Duration wait = first.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS_MAX));
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  /**
   * How long a saga lasts at most until it has ended or needs attention, not counting how late its
   * timers fire.
   */
  public static Duration of(SagaDefinition definition) {
    long seconds = 0;
    for (List<Step> stage : definition.stages())
      seconds += longest(stage, Bounds::forward) + longest(stage, Bounds::back);
    return Duration.ofSeconds(seconds);
  }

  private static long longest(List<Step> stage, ToLongFunction<Step> how) {
    return stage.stream().mapToLong(how).max().orElse(0);
  }

  private static long forward(Step step) {
    return step.patience().timeout().multipliedBy(step.patience().attempts()).toSeconds();
  }

  private static long back(Step step) {
    long seconds = 0;
    if (step.undo() == null) return seconds;
    Patience patience = step.undo().patience();
    for (int attempt = 1; attempt <= patience.attempts(); attempt++)
      seconds += undoWait(patience, attempt).toSeconds();
    return seconds;
  }

  static String brief(String reason) {
    return reason.length() <= REASON_CHARS_MAX ? reason : reason.substring(0, REASON_CHARS_MAX);
  }
}
