package waybill.kit.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.exchange.Expired;
import waybill.contracts.exchange.Outcome;
import waybill.kit.Limits;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Table;
import waybill.kit.commit.TimeLeft;

/** Runs the parked messages of one key, lowest first, until one fails again or none is left. */
final class Drain {
  private final Table table;
  private final Judge judge;
  private final Settling settling;
  private final Decisions decisions;
  private final TimeLeft time;
  private final Clock clock;

  Drain(
      Table table,
      Judge judge,
      Settling settling,
      Decisions decisions,
      TimeLeft time,
      Clock clock) {
    this.table = table;
    this.judge = judge;
    this.settling = settling;
    this.decisions = decisions;
    this.time = time;
    this.clock = clock;
  }

  private enum Step {
    ON,
    END
  }

  /** What is left after so many, or for want of time, stays due; the next minute goes on. */
  void run(String source, String key, Word word) {
    for (int ran = 0; ran < Limits.DRAIN_MESSAGES_MAX && (ran == 0 || !time.isShort()); ran++)
      if (decisions.untilWritten(() -> step(source, key, word)) == Step.END) return;
  }

  /**
   * Orders that pile up are one attempt: the key is due no more once the first was carried out. Nor
   * is it tried where only the desk may, though its row be due for another reason; unless its time
   * is over.
   */
  void runDue(String source, String key, Word word) {
    Instant now = clock.instant();
    boolean due = Standing.read(table, source, key).isDue(now);
    boolean left =
        Held.first(table, source, key)
            .filter(head -> head.attempts() < Limits.ATTEMPTS_MAX || head.message().isPast(now))
            .isPresent();
    if (due && left) run(source, key, word);
  }

  private Optional<Step> step(String source, String key, Word word) {
    Standing standing = Standing.read(table, source, key);
    if (standing.parked() == 0) return Optional.of(Step.END);
    Optional<Held> first = Held.first(table, source, key);
    if (first.isEmpty()) return wait(standing, 0, null);
    Held held = first.get();
    if (standing.isDone(held.id())) return passed(standing, held, word);
    if (Reception.after(held.message()) > standing.watermark()) return ask(standing, held, word);
    return attempt(standing, held, word);
  }

  private Optional<Step> passed(Standing standing, Held held, Word word) {
    int left = standing.parked() - 1;
    Instant due = left > 0 ? clock.instant() : null;
    if (!settling.write(Prepared.of(standing.waiting(left, due), held.remove())))
      return Optional.empty();
    if (!standing.hasKeptReceipt(held.id()))
      word.receipt(held.id(), Outcome.HANDLED, held.attempts(), null);
    return Optional.of(Step.ON);
  }

  private Optional<Step> ask(Standing standing, Held held, Word word) {
    word.missing(held.message(), standing.watermark());
    return wait(standing, standing.parked(), Backoff.afterWaiting(held.since(), clock.instant()));
  }

  private Optional<Step> wait(Standing standing, int parked, @Nullable Instant due) {
    boolean written = settling.write(Prepared.of(standing.waiting(parked, due)));
    return written ? Optional.of(Step.END) : Optional.empty();
  }

  private Optional<Step> attempt(Standing standing, Held held, Word word) {
    Held tried = held.tried();
    Instant due = Backoff.afterAttempts(tried.attempts(), tried.message(), clock.instant());
    if (!settling.write(Prepared.of(standing.waiting(standing.parked(), due), tried.put())))
      return Optional.empty();
    Held counted = tried.written();
    return Optional.of(decisions.untilWritten(() -> runCounted(counted, word)));
  }

  /** A conflict is no attempt: the counted one goes on, unless the row has changed hands. */
  private Optional<Step> runCounted(Held tried, Word word) {
    Standing standing = Standing.read(table, tried.id());
    Optional<Held> now = Held.find(table, tried.id());
    if (now.isEmpty() || now.get().version() != tried.version() || standing.isDone(tried.id()))
      return Optional.of(Step.ON);
    Verdict verdict = judge.of(tried.message());
    return settling
        .settle(standing, tried.message(), tried, verdict, word)
        .map(fate -> fate == Settling.Fate.PARKED ? Step.END : Step.ON);
  }

  /** The exchange no longer has what is missing: the key stays parked, and the desk decides. */
  void giveUp(Expired expired, Word word) {
    decisions.untilWritten(
        () -> {
          Standing standing = Standing.read(table, expired.source(), expired.key());
          Optional<Held> first = Held.first(table, expired.source(), expired.key());
          if (first.isEmpty() || !awaits(first.get(), expired.missing(), standing))
            return Optional.of(Step.END);
          String reason = Held.EXPIRED + expired.missing() + " is no longer in the ledger";
          Held held = first.get().because(reason);
          boolean written =
              settling.write(Prepared.of(standing.waiting(standing.parked(), null), held.put()));
          if (!written) return Optional.empty();
          word.receipt(held.id(), Outcome.PARKED, held.attempts(), reason);
          return Optional.of(Step.END);
        });
  }

  private static boolean awaits(Held head, long missing, Standing standing) {
    return Reception.after(head.message()) == missing && missing > standing.watermark();
  }
}
