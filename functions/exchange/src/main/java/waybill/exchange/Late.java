package waybill.exchange;

import java.time.Clock;
import java.util.List;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Hindrance;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.exchange.subscribe.Way;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Key;
import waybill.kit.outbox.QueueGone;

/**
 * What a queue has refused is due at once, and a queue that is gone suspends its subscription: from
 * then on the ledger is its buffer.
 */
final class Late implements Outgoing.Late {
  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final Clock clock;

  Late(Ledger ledger, Subscriptions subscriptions, Clock clock) {
    this.ledger = ledger;
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  @Override
  public void refused(Subscription to, List<Key> deliveries, RuntimeException because) {
    if (to.way() == Way.QUEUE && because instanceof QueueGone gone) suspend(to, gone);
    deliveries.forEach(this::hurry);
  }

  /** Losing a race against a receipt is fine: then it did arrive. */
  private void hurry(Key key) {
    ledger
        .at(key)
        .map(item -> Cell.of(item, Delivery.class))
        .filter(cell -> !cell.required().isFinal())
        .ifPresent(cell -> ledger.write(cell, cell.required(), clock.instant(), null));
  }

  /** Nothing was lost: what is open is due again. */
  void admitted(Subscription to) {
    subscriptions
        .find(to.name())
        .filter(one -> one.id().equals(to.id()) && one.isHindered())
        .ifPresent(one -> subscriptions.put(one.hindered(null)));
  }

  private void suspend(Subscription to, QueueGone gone) {
    subscriptions
        .find(to.name())
        .filter(one -> one.id().equals(to.id()) && !one.isHindered())
        .ifPresent(
            one ->
                subscriptions.put(
                    one.hindered(new Hindrance(gone.reason(), clock.instant(), false))));
  }
}
