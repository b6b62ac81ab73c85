package waybill.orders;

import static waybill.contracts.orders.OrdersContracts.ORDER_CANCELLED;
import static waybill.contracts.orders.OrdersContracts.ORDER_CONFIRMED;
import static waybill.contracts.orders.OrdersContracts.ORDER_REJECTED;
import static waybill.kit.inbox.Reaction.commit;
import static waybill.kit.inbox.Reaction.nothing;
import static waybill.kit.inbox.Reaction.refuse;
import static waybill.kit.problem.Problem.NOT_FOUND;
import static waybill.orders.Order.ORDER;
import static waybill.orders.OrdersProblem.OUT_OF_TURN;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import waybill.contracts.orders.CloseOrder;
import waybill.contracts.orders.ConfirmOrder;
import waybill.contracts.orders.OrderCancelled;
import waybill.contracts.orders.OrderConfirmed;
import waybill.contracts.orders.OrderRejected;
import waybill.contracts.orders.RejectOrder;
import waybill.kit.Service;
import waybill.kit.commit.Draft;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.inbox.Reaction;

/** How orders end, each once: a command that is heard again changes nothing. */
final class Closing {
  /** What went wrong between services is for operators. */
  private static final String NOT_DONE =
      "The order could not be carried out, and nothing was charged for it. Please try again.";

  private final Rows rows;
  private final Clock clock;

  Closing(Service orders) {
    this.rows = orders.rows();
    this.clock = orders.clock();
  }

  /** Where the buyer wanted it no longer, that came too late, and all of it is undone. */
  Reaction confirm(ConfirmOrder told) {
    return decided(
        told.orderId(),
        (row, order) -> {
          if (order.wasConfirmed()) return nothing();
          if (!order.isPending()) return outOfTurn(order);
          Instant now = clock.instant();
          var said = new OrderConfirmed(order.id(), order.buyer(), told.total(), now);
          Draft<Order> draft = row.put(order.confirmed(told.total())).saying(ORDER_CONFIRMED, said);
          return commit(order.isWithdrawn() ? Withdrawing.returned(draft, order, now) : draft);
        });
  }

  Reaction reject(RejectOrder told) {
    return decided(
        told.orderId(),
        (row, order) -> {
          if (order.wasConfirmed()) return outOfTurn(order);
          if (!order.isPending()) return nothing();
          return order.isWithdrawn() ? cancel(row, order) : reject(row, order, words(told));
        });
  }

  /** Whoever refuses a step says why in words for the buyer. */
  private static String words(RejectOrder told) {
    return told.step() == null ? NOT_DONE : told.reason();
  }

  Reaction close(CloseOrder told) {
    return decided(
        told.orderId(),
        (row, order) -> {
          if (!order.wasConfirmed()) return outOfTurn(order);
          return order.isOver() ? nothing() : cancel(row, order);
        });
  }

  private Reaction reject(Row<Order> row, Order order, String why) {
    var said = new OrderRejected(order.id(), order.buyer(), why, clock.instant());
    return commit(row.put(order.rejected(why)).saying(ORDER_REJECTED, said));
  }

  private Reaction cancel(Row<Order> row, Order order) {
    var said = new OrderCancelled(order.id(), order.buyer(), clock.instant());
    return commit(row.put(order.cancelled()).saying(ORDER_CANCELLED, said));
  }

  private Reaction decided(String orderId, BiFunction<Row<Order>, Order, Reaction> decision) {
    Row<Order> row = rows.at(ORDER, orderId);
    Optional<Order> order = row.value();
    return order.isPresent()
        ? decision.apply(row, order.get())
        : refuse(NOT_FOUND.because("no such order"));
  }

  private static Reaction outOfTurn(Order order) {
    return refuse(
        OUT_OF_TURN.because("the order is " + order.status().name().toLowerCase(Locale.ROOT)));
  }
}
