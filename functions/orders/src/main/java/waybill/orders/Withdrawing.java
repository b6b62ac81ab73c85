package waybill.orders;

import static waybill.contracts.orders.OrdersContracts.ORDER_RETURNED;
import static waybill.contracts.orders.OrdersContracts.ORDER_WITHDRAWN;

import java.time.Instant;
import waybill.contracts.orders.OrderReturned;
import waybill.contracts.orders.OrderWithdrawn;
import waybill.kit.commit.Draft;
import waybill.kit.commit.Row;

/**
 * A buyer wants an order no longer. A pending one may still be kept from happening; a confirmed one
 * has to be undone.
 */
final class Withdrawing {
  private Withdrawing() {}

  static Draft<Order> withdraw(Row<Order> row, Order order, Instant now) {
    Order withdrawn = order.withdrawn(now);
    return order.isPending()
        ? row.put(withdrawn)
            .saying(ORDER_WITHDRAWN, new OrderWithdrawn(order.id(), order.buyer(), now))
        : returned(row.put(withdrawn), order, now);
  }

  static Draft<Order> returned(Draft<Order> draft, Order order, Instant now) {
    return draft.saying(ORDER_RETURNED, new OrderReturned(order.id(), order.buyer(), now));
  }
}
