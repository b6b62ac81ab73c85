package waybill.orders;

import static waybill.contracts.orders.OrderStatus.CANCELLED;
import static waybill.contracts.orders.OrderStatus.CONFIRMED;
import static waybill.contracts.orders.OrderStatus.PENDING;
import static waybill.contracts.orders.OrderStatus.REJECTED;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.orders.OrderLine;
import waybill.contracts.orders.OrderStatus;
import waybill.contracts.orders.PlaceOrder;
import waybill.contracts.payments.Money;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Place;

/**
 * What somebody bought, and where that stands.
 *
 * @param total what was charged; null before it was confirmed
 * @param reason why it was rejected, in words for the buyer
 * @param withdrawnAt when the buyer wanted it no longer; what has to be undone may still be there
 */
record Order(
    String id,
    String buyer,
    List<OrderLine> lines,
    OrderStatus status,
    Instant placedAt,
    @Nullable Money total,
    @Nullable String reason,
    @Nullable Instant withdrawnAt) {

  static final Kind<Order> ORDER =
      Kind.entity("order", Order.class)
          .listed(order -> Place.byTime(listOf(order.buyer), order.placedAt, order.id));

  Order {
    lines = List.copyOf(lines);
  }

  static Order pending(String id, PlaceOrder request, Instant at) {
    return new Order(id, request.userId(), request.lines(), PENDING, at, null, null, null);
  }

  static String listOf(String buyer) {
    return "orders-of~" + buyer;
  }

  boolean isPending() {
    return status == PENDING;
  }

  /** Nothing is left of it that could be undone. */
  boolean isOver() {
    return status == REJECTED || status == CANCELLED;
  }

  /** It is, or it was before it was cancelled. */
  boolean wasConfirmed() {
    return total != null;
  }

  boolean isWithdrawn() {
    return withdrawnAt != null;
  }

  Order confirmed(Money charged) {
    return new Order(id, buyer, lines, CONFIRMED, placedAt, charged, reason, withdrawnAt);
  }

  Order rejected(String why) {
    return new Order(id, buyer, lines, REJECTED, placedAt, total, why, withdrawnAt);
  }

  Order cancelled() {
    return new Order(id, buyer, lines, CANCELLED, placedAt, total, reason, withdrawnAt);
  }

  /** It stays what it is until everything was undone. */
  Order withdrawn(Instant at) {
    return new Order(id, buyer, lines, status, placedAt, total, reason, at);
  }
}
