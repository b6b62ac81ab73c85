package waybill.orders;

import static waybill.contracts.orders.OrdersContracts.LIST_ORDERS;
import static waybill.contracts.orders.OrdersContracts.ORDER_ACCEPTED;
import static waybill.contracts.orders.OrdersContracts.ORDER_LIST;
import static waybill.contracts.orders.OrdersContracts.ORDER_PLACED;
import static waybill.contracts.orders.OrdersContracts.PLACE_ORDER;
import static waybill.kit.commit.Commit.commit;
import static waybill.kit.http.Answer.accepted;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.post;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.kit.problem.Problem.NOT_FOUND;
import static waybill.orders.Customer.CUSTOMER;
import static waybill.orders.Order.ORDER;
import static waybill.orders.OrdersProblem.UNKNOWN_USER;

import java.time.Clock;
import java.util.Optional;
import waybill.contracts.orders.ListOrders;
import waybill.contracts.orders.OrderAccepted;
import waybill.contracts.orders.OrderList;
import waybill.contracts.orders.OrderView;
import waybill.contracts.orders.OrdersContracts;
import waybill.contracts.orders.PlaceOrder;
import waybill.kit.Ids;
import waybill.kit.commit.Page;
import waybill.kit.commit.Rows;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;

/** What orders answers. */
final class OrdersApi {
  private final Rows rows;
  private final Ids ids;
  private final Clock clock;

  OrdersApi(Rows rows, Ids ids, Clock clock) {
    this.rows = rows;
    this.ids = ids;
    this.clock = clock;
  }

  Routes routes() {
    return Routes.of(
        post("/orders", PLACE_ORDER, ORDER_ACCEPTED, this::place),
        get("/orders", LIST_ORDERS, ORDER_LIST, this::list),
        get("/orders/{order_id}", OrdersContracts.ORDER, this::show));
  }

  Answer<OrderAccepted> place(Request<PlaceOrder> request) {
    String buyer = request.body().userId();
    if (!request.caller().mayActFor(buyer))
      return refused(FORBIDDEN.because("an order is placed for oneself"));
    if (!rows.at(CUSTOMER, buyer).exists()) return refused(UNKNOWN_USER.at("/user_id"));
    Order order = Order.pending(ids.next(), request.body(), clock.instant());
    return accepted(
        "/orders/" + order.id(),
        order.acceptance(),
        commit(ORDER.fresh(order.id(), order).saying(ORDER_PLACED, order.placed())));
  }

  Answer<OrderList> list(Request<ListOrders> request) {
    ListOrders asked = request.body();
    if (!request.caller().mayActFor(asked.userId()))
      return refused(FORBIDDEN.because("not your own orders"));
    Page<OrderView> page =
        rows.list(
                ORDER,
                Order.listOf(asked.userId()),
                asked.cursor(),
                Request.pageSize(asked.limit()))
            .map(Order::view);
    return ok(new OrderList(page.items(), page.cursor()));
  }

  /** An order of somebody else is not there, so that nobody can try out ids. */
  Answer<OrderView> show(Request<Nothing> request) {
    Optional<Order> order =
        rows.find(ORDER, request.path("order_id"))
            .filter(found -> request.caller().mayActFor(found.buyer()));
    return order.isPresent() ? ok(order.get().view()) : refused(NOT_FOUND.because("no such order"));
  }
}
