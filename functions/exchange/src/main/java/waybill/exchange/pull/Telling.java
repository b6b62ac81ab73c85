package waybill.exchange.pull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.Outcome;
import waybill.contracts.exchange.Receipt;
import waybill.contracts.exchange.TellReceipts.Told;
import waybill.contracts.exchange.TellReceipts.Word;
import waybill.contracts.exchange.ToldReceipts.Noted;
import waybill.contracts.exchange.ToldReceipts.Result;
import waybill.exchange.lane.Lanes;
import waybill.exchange.lane.Said;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Way;
import waybill.kit.Limits;
import waybill.kit.inbox.Backoff;

/** Notes what a subscriber says of its messages. */
public final class Telling {
  private final Lanes lanes;
  private final Noting noting;
  private final Runnable afterwards;
  private final Clock clock;

  /** Notes a receipt for a delivery that is in no lane; false if nothing is open there. */
  public interface Noting {

    /**
     * @param again when it is wanted again; null if that was not said
     */
    boolean note(String subscription, Receipt receipt, @Nullable Instant again);
  }

  /**
   * @param afterwards once all of a request are noted
   */
  public Telling(Lanes lanes, Noting noting, Runnable afterwards, Clock clock) {
    this.afterwards = afterwards;
    this.lanes = lanes;
    this.noting = noting;
    this.clock = clock;
  }

  List<Noted> notes(Subscription by, List<Told> all) {
    List<Noted> noted = all.stream().map(told -> note(by, told)).toList();
    afterwards.run();
    return noted;
  }

  private Noted note(Subscription by, Told told) {
    MessageId id = MessageId.parse(told.messageId());
    Said said = by.way() == Way.QUEUE ? inQueue(by, told) : inLane(by, id, told);
    return new Noted(told.messageId(), Result.valueOf(said.name()));
  }

  private Said inLane(Subscription by, MessageId id, Told told) {
    return switch (told.outcome()) {
      case HANDLED -> lanes.end(by, id, told.lease(), DeliveryState.HANDLED, null);
      case REFUSED -> lanes.end(by, id, told.lease(), DeliveryState.REFUSED, reason(told));
      case RETRY ->
          lanes.failed(by, id, told.lease(), reason(told), attempts -> again(told, attempts));
    };
  }

  private @Nullable Instant again(Told told, int attempts) {
    Instant now = clock.instant();
    Instant next = Backoff.afterAttempts(attempts, now);
    Instant wanted = wanted(told);
    return next == null || wanted == null ? next : wanted;
  }

  private @Nullable Instant wanted(Told told) {
    Integer seconds = told.afterSeconds();
    return seconds == null ? null : clock.instant().plusSeconds(seconds);
  }

  /** A queue keeps its own order and its own time; what it wants again is sent again. */
  private Said inQueue(Subscription by, Told told) {
    Outcome outcome =
        switch (told.outcome()) {
          case HANDLED -> Outcome.HANDLED;
          case REFUSED -> Outcome.REFUSED;
          case RETRY -> Outcome.PARKED;
        };
    String reason = told.outcome() == Word.HANDLED ? null : reason(told);
    var receipt = new Receipt(told.messageId(), outcome, 1, clock.instant(), reason, false);
    return noting.note(by.id(), receipt, wanted(told)) ? Said.NOTED : Said.UNKNOWN;
  }

  private static String reason(Told told) {
    String reason = told.reason() == null ? "the subscriber gave no reason" : told.reason();
    return reason.substring(0, Math.min(reason.length(), Limits.REASON_CHARS_MAX));
  }
}
