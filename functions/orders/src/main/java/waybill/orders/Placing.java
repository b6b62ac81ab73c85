package waybill.orders;

import static waybill.contracts.orders.OrdersContracts.ORDER_PLACED;
import static waybill.kit.http.Answer.accepted;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.orders.Customer.CUSTOMER;
import static waybill.orders.Order.ORDER;

import java.time.Clock;
import java.util.Optional;
import waybill.contracts.orders.OrderAccepted;
import waybill.contracts.orders.PlaceOrder;
import waybill.kit.Ids;
import waybill.kit.Service;
import waybill.kit.ask.Ask;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.http.Answer;
import waybill.kit.http.Answer.Given;
import waybill.kit.http.Answer.Refused;
import waybill.kit.http.Request;

/** Takes orders of those who are known. */
final class Placing {
  private final Rows rows;
  private final Users users;
  private final Ids ids;
  private final Clock clock;

  Placing(Service orders, Ask ask) {
    this.rows = orders.rows();
    this.users = new Users(ask);
    this.ids = orders.ids();
    this.clock = orders.clock();
  }

  Answer<OrderAccepted> place(Request<PlaceOrder> request) {
    String buyer = request.body().userId();
    if (!request.caller().mayActFor(buyer))
      return refused(FORBIDDEN.because("an order is placed for oneself"));
    Row<Customer> copy = rows.at(CUSTOMER, buyer);
    if (copy.exists()) return placed(request.body(), Commit.nothing());
    Answer<Customer> asked = users.find(buyer, request);
    return asked instanceof Given<Customer> found
        ? placed(request.body(), Commit.commit(copy.put(found.body())))
        : refused(((Refused<Customer>) asked).refusal());
  }

  /**
   * @param learned is written only where nothing was: whatever users said meanwhile is newer
   */
  private Answer<OrderAccepted> placed(PlaceOrder request, Commit learned) {
    Order order = Order.pending(ids.next(), request, clock.instant());
    return accepted(
        "/orders/" + order.id(),
        Views.acceptance(order),
        learned.and(ORDER.fresh(order.id(), order).saying(ORDER_PLACED, Views.placed(order))));
  }

  /** What has become of it, once that is decided. */
  Optional<OrderAccepted> ended(OrderAccepted accepted) {
    return rows.find(ORDER, accepted.orderId())
        .filter(order -> !order.isPending())
        .map(Views::acceptance);
  }
}
