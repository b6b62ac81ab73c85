package waybill.exchange;

import java.time.Clock;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Expired;
import waybill.contracts.exchange.Gap;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscriptions;

/**
 * Answers an inbox that misses something: with the message itself, or that it is no longer here.
 */
final class Gaps {
  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final Deliveries deliveries;
  private final Clock clock;

  Gaps(Ledger ledger, Subscriptions subscriptions, Deliveries deliveries, Clock clock) {
    this.ledger = ledger;
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  void take(String subscriber, Gap gap, Outgoing outgoing) {
    MessageId missing = new MessageId(gap.source(), gap.key(), gap.missing());
    Entry entry = ledger.entry(missing).value();
    if (entry == null || !entry.subscribers().containsKey(subscriber))
      outgoing.expired(subscriber, new Expired(gap.source(), gap.key(), gap.missing()));
    else again(subscriber, missing, entry, outgoing);
  }

  /** Also where its row says that it is done: the inbox knows better. */
  private void again(String subscriber, MessageId missing, Entry entry, Outgoing outgoing) {
    Delivery delivery = ledger.delivery(missing, subscriber).value();
    subscriptions
        .atLeast(0)
        .find(subscriber)
        .ifPresent(
            to ->
                deliveries.sendAnyway(
                    to,
                    Arrival.of(entry),
                    entry,
                    delivery,
                    "gap at " + clock.instant().toString(),
                    outgoing));
  }
}
