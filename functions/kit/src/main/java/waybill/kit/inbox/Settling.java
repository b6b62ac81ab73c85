package waybill.kit.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Message;
import waybill.contracts.exchange.Outcome;
import waybill.kit.Ids;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unavailable;
import waybill.kit.commit.Unsent;

/** Writes what became of a message together with the watermark: one commit, or nothing at all. */
final class Settling {
  private final Table table;
  private final Ids ids;
  private final Clock clock;

  Settling(Table table, Ids ids, Clock clock) {
    this.table = table;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param held the row where the message is parked, or null if it comes from the queue
   * @return false if the key moved on in the meantime, and all is to be decided again
   */
  boolean settle(
      Standing standing, Message message, @Nullable Held held, Verdict verdict, Word word) {
    if (verdict instanceof Verdict.Effective effective)
      return effective(standing, message, held, effective.effect(), word);
    if (verdict instanceof Verdict.Refused refused)
      return end(standing, message, held, Outcome.REFUSED, refused.reason(), word);
    return failed(standing, message, held, (Verdict.Failed) verdict, word);
  }

  /** What cannot be written fails as its handler would: in the queue it would hold up its group. */
  private boolean effective(
      Standing standing, Message message, @Nullable Held held, Prepared effect, Word word) {
    try {
      if (!done(standing, message, held, effect, List.of())) return false;
    } catch (Unavailable e) {
      throw e;
    } catch (RuntimeException e) {
      return failed(standing, message, held, Judge.failed(e), word);
    }
    word.receipt(message.id(), Outcome.HANDLED, held == null ? 1 : held.attempts(), null);
    return true;
  }

  /** A final word without an effect: it advances the watermark too, and leaves with the commit. */
  boolean end(
      Standing standing,
      Message message,
      @Nullable Held held,
      Outcome outcome,
      String reason,
      Word word) {
    int attempts = held == null ? 1 : held.attempts();
    Unsent receipt = word.kept(message, outcome, attempts, reason);
    if (!done(standing, message, held, Prepared.of(), List.of(receipt))) return false;
    word.said(message.id(), outcome, reason);
    return true;
  }

  private boolean done(
      Standing standing,
      Message message,
      @Nullable Held held,
      Prepared effect,
      List<Unsent> receipt) {
    int parked = standing.parked() - (held == null ? 0 : 1);
    Instant due = parked > 0 ? clock.instant() : null;
    Prepared all = effect.with(standing.moved(message.id().sequence(), parked, due, receipt));
    return write(held == null ? all : all.with(held.remove()));
  }

  private boolean failed(
      Standing standing, Message message, @Nullable Held held, Verdict.Failed verdict, Word word) {
    if (held == null) return parkHead(standing, message, verdict, word);
    Instant due =
        verdict.mayPass() ? Backoff.afterAttempts(held.attempts(), clock.instant()) : null;
    if (!write(
        Prepared.of(
            standing.moved(standing.watermark(), standing.parked(), due, List.of()),
            held.because(verdict.reason()).put()))) return false;
    word.receipt(message.id(), Outcome.PARKED, held.attempts(), verdict.reason());
    return true;
  }

  private boolean parkHead(Standing standing, Message message, Verdict.Failed verdict, Word word) {
    Instant due = verdict.mayPass() ? Backoff.afterAttempts(1, clock.instant()) : null;
    return park(standing, message, verdict.reason(), 1, due, word);
  }

  boolean park(
      Standing standing,
      Message message,
      String reason,
      int attempts,
      @Nullable Instant due,
      Word word) {
    Held held = Held.now(message, reason, attempts, clock.instant());
    if (!write(
        Prepared.of(
            standing.moved(standing.watermark(), standing.parked() + 1, due, List.of()),
            held.put()))) return false;
    word.receipt(message.id(), Outcome.PARKED, attempts, reason);
    return true;
  }

  boolean write(Prepared prepared) {
    return prepared.writeTo(table, ids.next());
  }
}
