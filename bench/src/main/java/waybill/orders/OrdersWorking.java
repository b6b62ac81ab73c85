package waybill.orders;

import java.util.List;
import waybill.contracts.orders.OrderLine;
import waybill.contracts.orders.OrdersContracts;
import waybill.contracts.orders.PlaceOrder;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.outbox.Queue;
import waybill.kit.worker.Worker;

/** What the worker of orders does, and what its api commits. */
public final class OrdersWorking {
  private OrdersWorking() {}

  public static Worker of(Service orders, Queue in, Queue out) {
    return new Worker(orders, new OrdersInbox(orders).inbox(), in, out);
  }

  /** Of one article, by somebody who is known. */
  public static Commit placed(Service orders, String id, String buyer, String sku) {
    PlaceOrder request = new PlaceOrder(buyer, List.of(new OrderLine(sku, 1)));
    Order order = Order.pending(id, request, orders.clock().instant());
    return Commit.commit(
        Order.ORDER.fresh(id, order).saying(OrdersContracts.ORDER_PLACED, Views.placed(order)));
  }
}
