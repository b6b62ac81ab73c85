package waybill.orders;

import static waybill.contracts.orders.OrdersContracts.LIST_ORDERS;
import static waybill.contracts.orders.OrdersContracts.ORDER_ACCEPTED;
import static waybill.contracts.orders.OrdersContracts.ORDER_LIST;
import static waybill.contracts.orders.OrdersContracts.PLACE_ORDER;
import static waybill.kit.commit.Commit.commit;
import static waybill.kit.http.Answer.accepted;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.delete;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.post;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.kit.problem.Problem.NOT_FOUND;
import static waybill.orders.Order.ORDER;
import static waybill.orders.OrdersProblem.ORDER_OVER;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import waybill.contracts.orders.ListOrders;
import waybill.contracts.orders.OrderList;
import waybill.contracts.orders.OrderView;
import waybill.contracts.orders.OrdersContracts;
import waybill.kit.Service;
import waybill.kit.ask.Ask;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Page;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;
import waybill.kit.problem.Refusal;

/** What orders answers. */
final class OrdersApi {
  private static final Refusal NO_SUCH_ORDER = NOT_FOUND.because("no such order");

  private final Rows rows;
  private final Clock clock;
  private final Placing placing;

  OrdersApi(Service orders, Ask ask) {
    this.rows = orders.rows();
    this.clock = orders.clock();
    this.placing = new Placing(orders, ask);
  }

  Routes routes() {
    return Routes.of(
        post("/orders", PLACE_ORDER, ORDER_ACCEPTED, placing::place).endingAs(placing::ended),
        get("/orders", LIST_ORDERS, ORDER_LIST, this::list),
        get("/orders/{order_id}", OrdersContracts.ORDER, this::show),
        delete("/orders/{order_id}", OrdersContracts.ORDER, this::withdraw));
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
            .map(Views::view);
    return ok(new OrderList(page.items(), page.cursor()));
  }

  Answer<OrderView> show(Request<Nothing> request) {
    Optional<Order> order = seenBy(request.caller(), asked(request));
    return order.isPresent() ? ok(Views.view(order.get())) : refused(NO_SUCH_ORDER);
  }

  /** Wanting an order no longer twice is wanting it no longer. */
  Answer<OrderView> withdraw(Request<Nothing> request) {
    Row<Order> row = asked(request);
    Optional<Order> found = seenBy(request.caller(), row);
    if (found.isEmpty()) return refused(NO_SUCH_ORDER);
    Order order = found.get();
    if (order.isOver()) return refused(ORDER_OVER.because("nothing is left to cancel"));
    if (order.isWithdrawn()) return withdrawn(order, Commit.nothing());
    Instant now = clock.instant();
    return withdrawn(order.withdrawn(now), commit(Withdrawing.withdraw(row, order, now)));
  }

  private static Answer<OrderView> withdrawn(Order order, Commit commit) {
    return accepted("/orders/" + order.id(), Views.view(order), commit);
  }

  private Row<Order> asked(Request<Nothing> request) {
    return rows.at(ORDER, request.path("order_id"));
  }

  /** An order of somebody else is not there, so that nobody can try out ids. */
  private static Optional<Order> seenBy(Caller caller, Row<Order> row) {
    return row.value().filter(order -> caller.mayActFor(order.buyer()));
  }
}
