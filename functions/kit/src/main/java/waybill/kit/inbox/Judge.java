package waybill.kit.inbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import waybill.contracts.Catalog;
import waybill.contracts.Message;
import waybill.contracts.UnknownContract;
import waybill.contracts.Violation;
import waybill.kit.Limits;
import waybill.kit.blob.Claims;
import waybill.kit.commit.Clerk;
import waybill.kit.commit.Loop;
import waybill.kit.commit.Origin;
import waybill.kit.commit.Unavailable;
import waybill.kit.log.Log;
import waybill.kit.problem.Refusal;

/** Shows a message to its handler. */
final class Judge {
  private final Inbox inbox;
  private final Catalog catalog;
  private final Clerk clerk;
  private final Claims claims;
  private final Clock clock;
  private final Log log;

  Judge(Inbox inbox, Catalog catalog, Clerk clerk, Claims claims, Clock clock, Log log) {
    this.inbox = inbox;
    this.catalog = catalog;
    this.clerk = clerk;
    this.claims = claims;
    this.clock = clock;
    this.log = log;
  }

  Verdict of(Message message) {
    if (message.skipped() != null) return new Verdict.Skipped(brief(message.skipped()));
    if (message.isPast(clock.instant()))
      return new Verdict.Refused("too-late: nobody was to act on it after " + message.expires());
    Optional<Inbox.Listening<?>> listening = inbox.of(message.contract());
    if (listening.isEmpty())
      return new Verdict.Failed("no-handler: nothing here listens to " + message.contract(), true);
    return fetched(listening.get(), message);
  }

  /** Whoever keeps the data and does not answer is asked again with the next receive. */
  private Verdict fetched(Inbox.Listening<?> listening, Message message) {
    Message whole;
    try {
      whole = claims.redeem(message);
    } catch (Unavailable e) {
      throw e;
    } catch (RuntimeException e) {
      return failed(e);
    }
    return checked(listening, whole);
  }

  private Verdict checked(Inbox.Listening<?> listening, Message message) {
    List<Violation> violations;
    try {
      violations = catalog.check(message.contract(), message.data());
    } catch (UnknownContract e) {
      // What was registered a moment ago may be heard of in a moment.
      return new Verdict.Failed(brief("unknown-contract: " + message.contract()), true);
    }
    if (!violations.isEmpty())
      return new Verdict.Failed(
          brief(Refusal.violates(message.contract(), violations).reason()), false);
    return run(listening, message);
  }

  private Verdict run(Inbox.Listening<?> listening, Message message) {
    try {
      Reaction reaction = listening.react(catalog, message);
      if (reaction instanceof Reaction.Refused refused)
        return new Verdict.Refused(brief(refused.refusal().reason()));
      var commit = ((Reaction.Effect) reaction).commit();
      return new Verdict.Effective(clerk.prepare(commit, Origin.of(message)));
    } catch (Loop e) {
      log.warn("a loop was stopped", fields(message));
      return new Verdict.Failed(brief("loop: " + e.getMessage()), false);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      // Such errors end the handler's own doing and leave the process whole, others may not.
      log.error("a handler failed", e, fields(message));
      return failed(e);
    }
  }

  private static Object[] fields(Message message) {
    return new Object[] {
      "message_id", message.id().toString(), "correlation_id", message.correlation()
    };
  }

  static Verdict.Failed failed(Throwable e) {
    return new Verdict.Failed(brief(e.getClass().getSimpleName() + ": " + e.getMessage()), true);
  }

  static String brief(String reason) {
    return reason.length() <= Limits.REASON_CHARS_MAX
        ? reason
        : reason.substring(0, Limits.REASON_CHARS_MAX);
  }
}
