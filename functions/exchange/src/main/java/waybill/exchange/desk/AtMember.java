package waybill.exchange.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import waybill.contracts.exchange.DeskOrder.Order;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.subscribe.Subscription;
import waybill.kit.Service;

/** The member holds the key: it is told, and its receipts tell what became of it. */
final class AtMember implements Holder {
  private final Service exchange;
  private final Duration resendAfter;

  AtMember(Service exchange, Duration resendAfter) {
    this.exchange = exchange;
    this.resendAfter = resendAfter;
  }

  /** What an edit puts there waits in the delivery: from there it can be erased. */
  @Override
  public Decided take(Subscription of, Wish wish, ParkedKey parked, Delivery next) {
    if (wish.order() != Order.EDIT) return Decided.there(parked.id(), List.of());
    Instant due = next.nextCopy(exchange.clock().instant(), resendAfter);
    return Decided.there(
        parked.id(), List.of(parked.at().put(next, next.listed(parked.at().key()), due, null)));
  }
}
