package waybill.exchange.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.DeskOrder.Order;
import waybill.exchange.lane.Standstill;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.translate.Forms;
import waybill.exchange.translate.Untranslatable;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.problem.Refusal;

/**
 * The exchange hands it out: delivery and lane are written together, so nobody has in hand what is
 * decided about.
 */
final class InLane implements Holder {
  private static final int SETTLED_MAX = 100;

  private final Service exchange;
  private final Ledger ledger;
  private final Forms forms;

  InLane(Service exchange, Ledger ledger, Forms forms) {
    this.exchange = exchange;
    this.ledger = ledger;
    this.forms = forms;
  }

  @Override
  public Decided take(Subscription of, Wish wish, ParkedKey parked, Delivery next) {
    MessageId id = parked.id();
    Instant now = exchange.clock().instant();
    Standstill lane = Standstill.of(exchange.table(), of, id.source(), id.key());
    Instant leased = lane.leasedUntil(now);
    if (leased != null) return Decided.not(id, inOtherHands(leased, now));
    if (!isFirst(of, lane, id))
      return Decided.not(
          id, DeskProblem.NOT_PARKED.because("or not the first of its key any more"));
    if (wish.order() == Order.SKIP) {
      Delivery ended =
          next.in(DeliveryState.SKIPPED, next.attempts(), now, AtExchange.skipped(wish));
      return Decided.here(
          id, List.of(ledger.ending(parked.at(), ended, now), lane.settled(id.sequence(), now)));
    }
    Delivery freed = next.freed(now);
    try {
      Entry entry = Objects.requireNonNull(parked.entry());
      forms.of(of, Arrival.of(entry), entry.subscribers(), freed);
    } catch (Untranslatable e) {
      return Decided.not(id, DeskProblem.STILL_UNTRANSLATABLE.because(e.reason()));
    }
    return Decided.here(id, List.of(parked.at().put(freed, null, null), lane.released(now)));
  }

  private static Refusal inOtherHands(Instant leased, Instant now) {
    long seconds = Math.max(1, Duration.between(now, leased).toSeconds() + 1);
    return DeskProblem.IN_OTHER_HANDS.because("until " + leased).with(Refusal.RETRY_AFTER, seconds);
  }

  private boolean isFirst(Subscription of, Standstill lane, MessageId id) {
    return ledger
        .deliveriesBehind(of.id(), id.source(), id.key(), lane.done(), SETTLED_MAX)
        .stream()
        .filter(item -> !Cell.of(item, Delivery.class).required().isFinal())
        .findFirst()
        .filter(item -> Delivery.idOf(item.key()).equals(id))
        .isPresent();
  }
}
