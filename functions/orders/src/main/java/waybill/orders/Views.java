package waybill.orders;

import org.jspecify.annotations.Nullable;
import waybill.contracts.orders.OrderAccepted;
import waybill.contracts.orders.OrderPlaced;
import waybill.contracts.orders.OrderView;

/** An order as others see it. */
final class Views {
  private Views() {}

  static OrderView view(Order order) {
    return new OrderView(
        order.id(),
        order.status(),
        order.buyer(),
        order.lines(),
        order.placedAt(),
        order.total(),
        order.reason(),
        orNull(order.isWithdrawn()));
  }

  private static @Nullable Boolean orNull(boolean withdrawn) {
    return withdrawn ? true : null;
  }

  static OrderAccepted acceptance(Order order) {
    return new OrderAccepted(order.id(), order.status(), order.total(), order.reason());
  }

  static OrderPlaced placed(Order order) {
    return new OrderPlaced(order.id(), order.buyer(), order.lines(), order.placedAt());
  }
}
