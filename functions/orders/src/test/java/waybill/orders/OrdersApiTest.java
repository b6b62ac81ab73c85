package waybill.orders;

import static waybill.contracts.orders.OrderStatus.PENDING;
import static waybill.contracts.orders.OrdersContracts.ORDER_PLACED;
import static waybill.kit.http.Caller.NOBODY;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.kit.problem.Problem.NOT_FOUND;
import static waybill.kit.testing.AnswerAssert.assertThatAnswer;
import static waybill.orders.Shop.ADA;
import static waybill.orders.Shop.MACHINE;
import static waybill.orders.Shop.OPERATOR;
import static waybill.orders.Shop.STRANGER;
import static waybill.orders.Shop.request;
import static waybill.orders.Shop.requestFor;

import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.orders.ListOrders;
import waybill.contracts.orders.OrderAccepted;
import waybill.contracts.orders.OrderLine;
import waybill.contracts.orders.OrderList;
import waybill.contracts.orders.OrderPlaced;
import waybill.contracts.orders.OrderView;
import waybill.contracts.orders.PlaceOrder;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;

/** The decisions alone: plain calls, before anything is written. */
class OrdersApiTest {
  private static final List<OrderLine> TEA = List.of(new OrderLine("tea", 6));

  private final Shop shop = Shop.withAda();
  private final OrdersApi api = shop.api;

  @Test
  void order_isAcceptedAsPending_andSaysWhereToFindIt() {
    assertThatAnswer(place(ADA, "ada"))
        .isGiven(202, new OrderAccepted("o-1", PENDING, null, null))
        .isAt("/orders/o-1");
  }

  @Test
  void order_isSaidAboutItself() {
    assertThatAnswer(place(ADA, "ada"))
        .says("o-1", ORDER_PLACED, new OrderPlaced("o-1", "ada", TEA, shop.clock.instant()));
  }

  @Test
  void order_isPlacedForAnybody_byOperatorsAndMachines() {
    assertThatAnswer(place(OPERATOR, "ada")).isAt("/orders/o-1");
    assertThatAnswer(place(MACHINE, "ada")).isAt("/orders/o-2");
  }

  @Test
  void order_forSomebodyElse_isRefused() {
    for (Caller caller : List.of(NOBODY, STRANGER))
      assertThatAnswer(place(caller, "ada")).isRefused(FORBIDDEN);
  }

  @Test
  void someoneElse_learnsNotEvenThatAUserIsUnknown() {
    assertThatAnswer(place(STRANGER, "nobody")).isRefused(FORBIDDEN);
  }

  @Test
  void order_isShownToItsBuyer_toOperators_andToMachines() {
    shop.adaOrdersTea();
    var view = new OrderView("o-1", PENDING, "ada", TEA, shop.clock.instant(), null, null, null);
    for (Caller caller : List.of(ADA, OPERATOR, MACHINE))
      assertThatAnswer(api.show(requestFor(caller, "o-1"))).isGiven(200, view).writesNothing();
  }

  @Test
  void order_ofSomebodyElse_isAsIfItWereNotThere() {
    shop.adaOrdersTea();
    for (Caller caller : List.of(NOBODY, STRANGER))
      assertThatAnswer(api.show(requestFor(caller, "o-1"))).isRefused(NOT_FOUND);
  }

  @Test
  void idOfACustomer_isNoOrder() {
    assertThatAnswer(api.show(requestFor(OPERATOR, "ada"))).isRefused(NOT_FOUND);
  }

  @Test
  void orders_areListedToTheirBuyer_toOperators_andToMachines() {
    for (Caller caller : List.of(ADA, OPERATOR, MACHINE))
      assertThatAnswer(list(caller)).isGiven(200, new OrderList(List.of(), null));
  }

  @Test
  void orders_ofSomebodyElse_areRefused() {
    for (Caller caller : List.of(NOBODY, STRANGER))
      assertThatAnswer(list(caller)).isRefused(FORBIDDEN);
  }

  private Answer<OrderAccepted> place(Caller caller, String userId) {
    return shop.placing.place(request(caller, new PlaceOrder(userId, TEA)));
  }

  private Answer<OrderList> list(Caller caller) {
    return api.list(request(caller, new ListOrders("ada", null, null)));
  }
}
