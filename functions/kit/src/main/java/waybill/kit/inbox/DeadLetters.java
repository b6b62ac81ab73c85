package waybill.kit.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Table;

/** Parks what the queue gave up, in its place and with the reason that can be known. */
final class DeadLetters {
  private final Table table;
  private final Marks marks;
  private final Reception reception;
  private final Settling settling;
  private final Decisions decisions;
  private final Clock clock;
  private final Consumer<MessageId> wake;

  /**
   * @param wake sees that the key is tried soon
   */
  DeadLetters(
      Table table,
      Marks marks,
      Reception reception,
      Settling settling,
      Decisions decisions,
      Clock clock,
      Consumer<MessageId> wake) {
    this.table = table;
    this.marks = marks;
    this.reception = reception;
    this.settling = settling;
    this.decisions = decisions;
    this.clock = clock;
    this.wake = wake;
  }

  private enum Found {
    ITS_TURN,
    UNTOUCHED,
    ELSEWHERE
  }

  /** Only whose turn it is would run: everything else is taken as if it came alive. */
  void take(Message message, Word word) {
    Found found =
        message.skipped() == null
            ? decisions.untilWritten(() -> park(message, word))
            : Found.ELSEWHERE;
    if (found == Found.ELSEWHERE) reception.take(message, word);
    if (found == Found.UNTOUCHED) wake.accept(message.id());
  }

  private Optional<Found> park(Message message, Word word) {
    MessageId id = message.id();
    Standing standing = Standing.read(table, id);
    boolean itsTurn = !standing.isDone(id) && Reception.after(message) <= standing.watermark();
    if (!itsTurn || Held.find(table, id).isPresent()) return Optional.of(Found.ELSEWHERE);
    Mark mark = marks.of(id);
    Instant now = clock.instant();
    Instant due = mark.isUntouched() ? now : Backoff.afterAttempts(mark.runs(), message, now);
    if (!settling.park(standing, message, mark.reason(), mark.runs(), due, word))
      return Optional.empty();
    return Optional.of(mark.isUntouched() ? Found.UNTOUCHED : Found.ITS_TURN);
  }
}
