package waybill.kit.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
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

  /** What a message has come to. */
  enum Fate {
    DONE,
    PARKED
  }

  /**
   * @param held the row where the message is parked, or null if it comes from the queue
   * @return nothing if the key moved on in the meantime, and all is to be decided again
   */
  Optional<Fate> settle(
      Standing standing, Message message, @Nullable Held held, Verdict verdict, Word word) {
    if (verdict instanceof Verdict.Effective effective)
      return effective(standing, message, held, effective.effect(), word);
    if (verdict instanceof Verdict.Failed failed)
      return failed(standing, message, held, failed, word);
    // The next one waits in its place until the exchange has noted some.
    if (standing.isFullOfReceipts()) return postponed(standing, message, held, word);
    if (verdict instanceof Verdict.Skipped skipped)
      return end(standing, message.id(), held, Outcome.SKIPPED, skipped.reason(), word);
    String reason = ((Verdict.Refused) verdict).reason();
    return end(standing, message.id(), held, Outcome.REFUSED, reason, word);
  }

  /** What cannot be written fails as its handler would: in the queue it would hold up its group. */
  private Optional<Fate> effective(
      Standing standing, Message message, @Nullable Held held, Prepared effect, Word word) {
    try {
      if (!done(standing, message.id(), held, Outcome.HANDLED, effect, List.of()))
        return Optional.empty();
    } catch (Unavailable e) {
      throw e;
    } catch (RuntimeException e) {
      return failed(standing, message, held, Judge.failed(e), word);
    }
    word.receipt(message.id(), Outcome.HANDLED, held == null ? 1 : held.attempts(), editOf(held));
    return Optional.of(Fate.DONE);
  }

  private static @Nullable String editOf(@Nullable Held held) {
    return held == null ? null : held.digests().map(how -> "edited: " + how).orElse(null);
  }

  /** A final word without an effect: it advances the watermark too, and leaves with the commit. */
  Optional<Fate> end(
      Standing standing,
      MessageId id,
      @Nullable Held held,
      Outcome outcome,
      String reason,
      Word word) {
    Unsent receipt = word.kept(id, outcome, held == null ? 1 : held.attempts(), reason);
    if (!done(standing, id, held, outcome, Prepared.of(), List.of(receipt)))
      return Optional.empty();
    word.said(id, outcome, reason);
    return Optional.of(Fate.DONE);
  }

  private boolean done(
      Standing standing,
      MessageId id,
      @Nullable Held held,
      Outcome outcome,
      Prepared effect,
      List<Unsent> receipt) {
    int parked = standing.parked() - (held == null ? 0 : 1);
    Instant due = parked > 0 ? clock.instant() : null;
    Prepared all = effect.with(standing.ended(id.sequence(), outcome, parked, due, receipt));
    return write(held == null ? all : all.with(held.remove()));
  }

  private Optional<Fate> failed(
      Standing standing, Message message, @Nullable Held held, Verdict.Failed verdict, Word word) {
    int attempts = held == null ? 1 : held.attempts();
    Instant due =
        verdict.mayPass()
            ? Backoff.afterAttempts(attempts, message, clock.instant())
            : message.expires();
    return held == null
        ? parked(park(standing, message, verdict.reason(), attempts, due, word))
        : stays(standing, held.because(verdict.reason()), due, word);
  }

  /** Nothing has failed, and so it is no attempt. */
  private Optional<Fate> postponed(
      Standing standing, Message message, @Nullable Held held, Word word) {
    String reason = "receipts-full: what was refused before is not yet confirmed";
    Instant now = clock.instant();
    return held == null
        ? parked(park(standing, message, reason, 0, Backoff.afterWaiting(now, now), word))
        : stays(
            standing,
            held.notTried().because(reason),
            Backoff.afterWaiting(held.since(), now),
            word);
  }

  private Optional<Fate> stays(Standing standing, Held held, @Nullable Instant due, Word word) {
    if (!write(Prepared.of(standing.waiting(standing.parked(), due), held.put())))
      return Optional.empty();
    word.receipt(held.id(), Outcome.PARKED, held.attempts(), held.reason());
    return Optional.of(Fate.PARKED);
  }

  private static Optional<Fate> parked(boolean written) {
    return written ? Optional.of(Fate.PARKED) : Optional.empty();
  }

  boolean park(
      Standing standing,
      Message message,
      String reason,
      int attempts,
      @Nullable Instant due,
      Word word) {
    Held held = Held.now(message, reason, attempts, clock.instant());
    if (!write(Prepared.of(standing.waiting(standing.parked() + 1, due), held.put()))) return false;
    word.receipt(message.id(), Outcome.PARKED, attempts, reason);
    return true;
  }

  boolean write(Prepared prepared) {
    return prepared.writeTo(table, ids.next());
  }
}
