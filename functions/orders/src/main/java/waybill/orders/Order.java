package waybill.orders;

import java.time.Instant;
import java.util.List;
import waybill.contracts.orders.OrderAccepted;
import waybill.contracts.orders.OrderLine;
import waybill.contracts.orders.OrderPlaced;
import waybill.contracts.orders.OrderStatus;
import waybill.contracts.orders.OrderView;
import waybill.contracts.orders.PlaceOrder;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Place;

/** What somebody bought, and where that stands. */
record Order(String id, String buyer, List<OrderLine> lines, OrderStatus status, Instant placedAt) {

  static final Kind<Order> ORDER =
      Kind.entity("order", Order.class)
          .listed(order -> Place.byTime(listOf(order.buyer), order.placedAt, order.id));

  Order {
    lines = List.copyOf(lines);
  }

  static Order pending(String id, PlaceOrder request, Instant at) {
    return new Order(id, request.userId(), request.lines(), OrderStatus.PENDING, at);
  }

  static String listOf(String buyer) {
    return "orders-of~" + buyer;
  }

  OrderAccepted acceptance() {
    return new OrderAccepted(id, status);
  }

  OrderView view() {
    return new OrderView(id, status, buyer, lines, placedAt);
  }

  OrderPlaced placed() {
    return new OrderPlaced(id, buyer, lines, placedAt);
  }
}
