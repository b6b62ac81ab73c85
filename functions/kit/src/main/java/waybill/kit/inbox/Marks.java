package waybill.kit.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.kit.Ids;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Table;
import waybill.kit.log.Log;

/**
 * Notes that a message is run which has been received before: so a run that never ends is known all
 * the same. What comes for the first time costs nothing.
 */
final class Marks {
  private final Table table;
  private final Decisions decisions;
  private final Ids ids;
  private final Clock clock;
  private final Log log;
  private final Watch watch;

  Marks(Service service, Decisions decisions, Watch watch) {
    this.table = service.table();
    this.decisions = decisions;
    this.ids = service.ids();
    this.clock = service.clock();
    this.log = service.log();
    this.watch = watch;
  }

  Mark of(MessageId id) {
    return Mark.read(table, id);
  }

  /**
   * @param deadline when the process will be ended, if that is known
   */
  void around(MessageId id, @Nullable Instant deadline, Runnable run) {
    Mark mark = decisions.untilWritten(() -> begin(id, deadline));
    Watch.Guard guard = deadline == null ? () -> {} : watchOver(mark, deadline);
    try {
      run.run();
    } catch (RuntimeException e) {
      note(mark.ended(Judge.failed(e).reason()));
      throw e;
    } finally {
      guard.close();
    }
  }

  private Optional<Mark> begin(MessageId id, @Nullable Instant deadline) {
    Instant now = clock.instant();
    Mark mark = of(id).begun(now, deadline);
    boolean written = Prepared.of(mark.put(now)).writeTo(table, ids.next());
    return written ? Optional.of(mark.written()) : Optional.empty();
  }

  private Watch.Guard watchOver(Mark mark, Instant deadline) {
    return watch.at(deadline.minus(Limits.LAST_WORD), () -> note(mark.timedOut()));
  }

  /** What cannot be noted is taken for a crash, at worst. */
  private void note(Mark mark) {
    try {
      Prepared.of(mark.put(clock.instant())).writeTo(table, ids.next());
    } catch (RuntimeException e) {
      log.error("the end of a run was not noted", e);
    }
  }
}
