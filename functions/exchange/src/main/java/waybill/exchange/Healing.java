package waybill.exchange;

import java.util.List;
import waybill.contracts.MessageId;
import waybill.exchange.books.Audit;
import waybill.exchange.lane.Lane;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Kept;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.kit.commit.Cell;

/**
 * Writes a lost delivery anew from its message, and sends it: whoever has it already says so. If a
 * crash comes between the two, it is due like any other.
 */
final class Healing implements Audit.Healing {
  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final Deliveries deliveries;
  private final Outgoing outgoing;

  Healing(Ledger ledger, Subscriptions subscriptions, Deliveries deliveries, Outgoing outgoing) {
    this.ledger = ledger;
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.outgoing = outgoing;
  }

  @Override
  public void lost(MessageId id, String subscription) {
    Entry entry = ledger.entry(id).value();
    Subscription to = subscriptions.now().find(subscription).orElse(null);
    if (entry == null || to == null || hasPassed(to, id)) return;
    Arrival arrival = Arrival.of(entry);
    Delivery made = deliveries.make(to, arrival, entry, kept(to, arrival, entry));
    deliveries.send(to, arrival, entry, made, "lost", outgoing);
    outgoing.send();
  }

  /** A lane hands out nothing that it has behind itself: what became of it nobody knows. */
  private boolean hasPassed(Subscription to, MessageId id) {
    return to.way().hasLanes()
        && ledger
            .at(Lane.keyOf(to.id(), id.source(), id.key()))
            .map(item -> Cell.of(item, Lane.class).required())
            .filter(lane -> lane.done() < id.sequence())
            .isEmpty();
  }

  /** Its time began when it was routed. */
  private Kept kept(Subscription to, Arrival arrival, Entry entry) {
    Kept now = deliveries.kept(arrival, List.of(to));
    return entry.routedAt() == null
        ? now
        : new Kept(entry.routedAt(), now.seconds(), now.contract(), now.dated());
  }
}
