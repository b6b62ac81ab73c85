package waybill.exchange.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeskOrder;
import waybill.contracts.exchange.DeskOrder.Order;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Edit;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Way;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Hash;

/**
 * Does what is left to do once a deed is written. It may be done again: whoever has the message
 * looks whether it is still about its first.
 */
final class CarryingOut {
  private final Service exchange;
  private final Ledger ledger;
  private final Sending sending;

  CarryingOut(Service exchange, Ledger ledger, Sending sending) {
    this.exchange = exchange;
    this.ledger = ledger;
    this.sending = sending;
  }

  void of(Subscription to, Deed deed) {
    MessageId id = deed.id();
    Cell<Delivery> at = ledger.delivery(id, to.id());
    Delivery delivery = at.value();
    if (to.way() == Way.MEMBER) atMember(to, deed, id, delivery);
    else if (delivery != null) here(to, id, at, delivery, deed);
  }

  /** A copy that could still be made may be parked there: so it is told as well. */
  private void atMember(Subscription to, Deed deed, MessageId id, @Nullable Delivery now) {
    if (now != null && now.isFinal()) return;
    if (deed.atExchange() && now != null) send(to, deed, id, now);
    if (!deed.atExchange() || (now != null && now.sends() > 1))
      tell(to, deed, id, now == null ? null : now.edited());
  }

  private void send(Subscription to, Deed deed, MessageId id, Delivery now) {
    Entry entry = ledger.entry(id).value();
    if (entry != null) sending.delivery(to, entry, now, roundOf(deed));
  }

  /** What an edit put there may have been erased meanwhile. */
  private void tell(Subscription to, Deed deed, MessageId id, @Nullable Edit edit) {
    boolean edits = deed.order() == Order.EDIT;
    if (edits && edit == null) return;
    var order =
        new DeskOrder(
            id.source(),
            id.key(),
            id.sequence(),
            deed.order(),
            deed.reason(),
            deed.by(),
            edits && edit != null ? edit.data() : null);
    sending.order(to, roundOf(deed), order);
  }

  private void here(Subscription to, MessageId id, Cell<Delivery> at, Delivery now, Deed deed) {
    Instant when = exchange.clock().instant();
    if (deed.order() == Order.SKIP && now.isFinal()) ledger.hasEnded(at.key(), now, when);
    if (to.way() == Way.WEBHOOK) sending.call(to, id.source(), id.key());
    if (to.way() == Way.QUEUE) send(to, deed, id, now);
  }

  private static String roundOf(Deed deed) {
    return Hash.of(deed.job(), deed.messageId());
  }
}
