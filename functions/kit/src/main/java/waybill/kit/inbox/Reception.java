package waybill.kit.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Outcome;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Table;

/**
 * Takes one message from the queue. Afterwards it is done, parked, or was known already; so the
 * queue may forget it, and neither its order nor its memory is needed for once and in order.
 */
final class Reception {
  private final Table table;
  private final Judge judge;
  private final Settling settling;
  private final Drain drain;
  private final Decisions decisions;
  private final Clock clock;

  Reception(
      Table table, Judge judge, Settling settling, Drain drain, Decisions decisions, Clock clock) {
    this.table = table;
    this.judge = judge;
    this.settling = settling;
    this.drain = drain;
    this.decisions = decisions;
    this.clock = clock;
  }

  private enum Taken {
    DONE,
    UNBLOCKED
  }

  void take(Message message, Word word) {
    Taken taken = decisions.untilWritten(() -> once(message, word));
    if (taken == Taken.UNBLOCKED) drain.run(message.id().source(), message.id().key(), word);
  }

  private Optional<Taken> once(Message message, Word word) {
    Standing standing = Standing.read(table, message.id());
    if (standing.isDone(message.id())) return known(standing, message, word);
    if (standing.parked() > 0) return behind(standing, message, word);
    if (after(message) > standing.watermark()) return gap(standing, message, word);
    Verdict verdict = judge.of(message);
    return settling.settle(standing, message, null, verdict, word).map(fate -> Taken.DONE);
  }

  private static Optional<Taken> known(Standing standing, Message message, Word word) {
    repeat(standing, message.id(), word);
    return Optional.of(Taken.DONE);
  }

  /** A refusal or skip repeats itself from the outbox; anything else that is done was handled. */
  static void repeat(Standing standing, MessageId done, Word word) {
    if (!standing.hasKeptReceipt(done)) word.receipt(done, Outcome.HANDLED, 1, null);
  }

  /** Order holds: nothing passes a parked message, unless it is the very one they wait for. */
  private Optional<Taken> behind(Standing standing, Message message, Word word) {
    boolean awaited = after(message) <= standing.watermark();
    Optional<Held> already = Held.find(table, message.id());
    if (already.isPresent()) return copy(already.get(), message, awaited, word);
    Instant due = awaited || standing.item() == null ? clock.instant() : standing.item().due();
    return taken(
        settling.park(standing, message, "behind: a message before it is parked", 0, due, word),
        awaited ? Taken.UNBLOCKED : Taken.DONE);
  }

  /** One that comes without its data takes the place of what is parked, and its turn. */
  private Optional<Taken> copy(Held held, Message message, boolean awaited, Word word) {
    if (message.skipped() == null || !awaited)
      word.receipt(message.id(), Outcome.PARKED, held.attempts(), held.reason());
    if (message.skipped() == null) return Optional.of(Taken.DONE);
    boolean replaced =
        held.message().skipped() != null
            || settling.write(Prepared.of(held.replacedBy(message).put()));
    return taken(replaced, awaited ? Taken.UNBLOCKED : Taken.DONE);
  }

  private Optional<Taken> gap(Standing standing, Message message, Word word) {
    Instant now = clock.instant();
    String reason = "gap: " + after(message) + " has not come";
    if (!settling.park(standing, message, reason, 0, Backoff.afterWaiting(now, now), word))
      return Optional.empty();
    word.missing(message, standing.watermark());
    return Optional.of(Taken.DONE);
  }

  static long after(Message message) {
    Long after = message.after();
    if (after == null)
      throw new IllegalArgumentException(message.id() + " is a delivery without after");
    return after;
  }

  private static Optional<Taken> taken(boolean written, Taken taken) {
    return written ? Optional.of(taken) : Optional.empty();
  }
}
