package waybill.orders;

import static waybill.contracts.orders.OrdersContracts.ORDER_PLACED;

import java.util.List;
import java.util.Optional;
import waybill.contracts.orders.OrderLine;
import waybill.contracts.orders.PlaceOrder;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Row;
import waybill.kit.inbox.Inbox;

/** Orders, as buyers use it. */
public final class Ordering {
  private final Service orders;

  public Ordering(Service orders) {
    this.orders = orders;
  }

  public static Inbox inbox(Service orders) {
    return new OrdersInbox(orders).inbox();
  }

  public Commit place(String id, String buyer, List<OrderLine> lines) {
    Order order = Order.pending(id, new PlaceOrder(buyer, lines), orders.clock().instant());
    return Commit.commit(Order.ORDER.fresh(id, order).saying(ORDER_PLACED, Views.placed(order)));
  }

  /** Nothing if there is nothing to be withdrawn. */
  public Optional<Commit> withdraw(String id) {
    Row<Order> row = orders.rows().at(Order.ORDER, id);
    return row.value()
        .filter(order -> !order.isOver() && !order.isWithdrawn())
        .map(order -> Commit.commit(Withdrawing.withdraw(row, order, orders.clock().instant())));
  }

  public String status(String id) {
    return orders.rows().find(Order.ORDER, id).map(order -> order.status().name()).orElse("NONE");
  }
}
