package waybill.exchange;

import java.util.List;
import waybill.contracts.Control;
import waybill.contracts.exchange.DeskOrder;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.exchange.desk.Sending;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.subscribe.Subscription;
import waybill.kit.outbox.Parcel;

/** Sends what the desk orders. */
final class DeskPost implements Sending {
  private final Exchange exchange;
  private final Outgoing outgoing;
  private final Queues queues;

  DeskPost(Exchange exchange, Outgoing outgoing, Queues queues) {
    this.exchange = exchange;
    this.outgoing = outgoing;
    this.queues = queues;
  }

  /** What the queue does not take the next turn brings: the order is not through before. */
  @Override
  public void order(Subscription member, String id, DeskOrder order) {
    outgoing.send();
    var control = Control.of(id, exchange.service.name(), ExchangeContracts.DESK_ORDER, order);
    var queue =
        queues
            .member(member.id())
            .orElseThrow(() -> new IllegalStateException("no queue of " + member.id()));
    if (!queue.send(List.of(Parcel.of(control, order.source(), order.key()))).isEmpty())
      throw new IllegalStateException("the queue of " + member.id() + " refused");
  }

  @Override
  public void delivery(Subscription to, Entry entry, Delivery delivery, String round) {
    exchange.deliveries.send(to, Arrival.of(entry), entry, delivery, round, outgoing);
  }

  @Override
  public void call(Subscription webhook, String source, String key) {
    if (!webhook.isHindered()) outgoing.call(webhook, source, key);
  }

  @Override
  public void flush() {
    outgoing.send();
  }
}
