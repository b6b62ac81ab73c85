package waybill.users;

import static waybill.contracts.orders.OrdersContracts.ORDER_LIST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import waybill.contracts.Json;
import waybill.contracts.orders.OrderList;
import waybill.kit.ask.Ask;
import waybill.kit.ask.Question;
import waybill.kit.ask.Reply;
import waybill.kit.ask.Reply.Answered;
import waybill.kit.http.Request;
import waybill.kit.log.Log;

/** What a user has ordered is for orders to say; without its word a user is shown all the same. */
final class OrdersOf {
  private static final JsonNode UNAVAILABLE = TextNode.valueOf("unavailable");

  private final Ask ask;
  private final Log log;

  OrdersOf(Ask ask, Log log) {
    this.ask = ask;
    this.log = log;
  }

  JsonNode user(String id, Request<?> request) {
    Reply<OrderList> reply =
        ask.get(request, Question.of("orders", "orders").with("user_id", id), ORDER_LIST);
    if (reply instanceof Answered<OrderList> answered) return Json.tree(answered.body().items());
    log.warn("orders do not answer", "reply", reply.toString());
    return UNAVAILABLE;
  }
}
