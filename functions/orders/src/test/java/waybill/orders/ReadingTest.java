package waybill.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.http.Caller.NOBODY;
import static waybill.orders.Shop.ADA;
import static waybill.orders.Shop.MACHINE;
import static waybill.orders.Shop.OPERATOR;
import static waybill.orders.Shop.STRANGER;
import static waybill.orders.Shop.TEA;
import static waybill.orders.Shop.registered;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.Json;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;

/** {@code GET /orders} and {@code GET /orders/{order_id}} through the whole edge. */
class ReadingTest {
  private final Shop shop = Shop.withAda();

  @Test
  void order_isShownAsPlaced() {
    shop.adaOrdersTea();
    Answered shown = shop.as(ADA).get("/orders/o-1");
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.body())
        .isEqualTo(
            Json.parse(
                "{\"order_id\":\"o-1\",\"order_status\":\"pending\",\"user_id\":\"ada\","
                    + "\"lines\":[{\"sku\":\"tea\",\"quantity\":6}],"
                    + "\"placed_at\":\"2026-01-01T00:00:01.000Z\"}"));
  }

  @Test
  void order_isShownToOperatorsAndMachines_andNotThereForOthers() {
    shop.adaOrdersTea();
    assertThat(shop.as(OPERATOR).get("/orders/o-1").status()).isEqualTo(200);
    assertThat(shop.as(MACHINE).get("/orders/o-1").status()).isEqualTo(200);
    assertThat(shop.as(STRANGER).get("/orders/o-1").refusal()).isEqualTo("404 not-found");
    assertThat(shop.as(NOBODY).get("/orders/o-1").refusal()).isEqualTo("404 not-found");
  }

  @Test
  void orderOfSomebodyElse_cannotBeToldFromNone() {
    shop.adaOrdersTea();
    assertThat(shop.as(STRANGER).get("/orders/o-1").text("/detail"))
        .isEqualTo(shop.as(STRANGER).get("/orders/o-404").text("/detail"));
  }

  @Test
  void list_showsTheNewestFirst_pageByPage() {
    for (int i = 0; i < 3; i++) shop.adaOrdersTea();
    Answered first = list("&limit=2");
    Answered second = list("&limit=2&cursor=" + first.text("/cursor"));
    assertThat(first.items("order_id")).containsExactly("o-3", "o-2");
    assertThat(second.items("order_id")).containsExactly("o-1");
    assertThat(second.body().has("cursor")).isFalse();
  }

  @Test
  void list_showsOnlyTheOrdersOfThatUser() {
    shop.hear(registered("bob"));
    shop.adaOrdersTea();
    shop.as(OPERATOR).post("/orders", Shop.order("bob", TEA));
    assertThat(list("").items("order_id")).containsExactly("o-1");
  }

  @Test
  void list_ofAUserWithoutOrders_isEmptyAndEnds() {
    assertThat(list("").body()).isEqualTo(Json.parse("{\"items\":[]}"));
  }

  @Test
  void list_isForTheBuyer_forOperators_andForMachines() {
    for (Caller caller : new Caller[] {ADA, OPERATOR, MACHINE})
      assertThat(shop.as(caller).get("/orders?user_id=ada").status()).isEqualTo(200);
    for (Caller caller : new Caller[] {STRANGER, NOBODY})
      assertThat(shop.as(caller).get("/orders?user_id=ada").refusal()).isEqualTo("403 forbidden");
  }

  @Test
  void list_ofNobodyInParticular_isRefusedAtThePointer() {
    assertThat(shop.as(OPERATOR).get("/orders").refusal())
        .isEqualTo("422 contract-violation /user_id");
  }

  @Test
  void cursorThatNoListGave_isRefusedAtThePointer() {
    assertThat(list("&cursor=%25%25").refusal()).isEqualTo("422 bad-cursor /cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "ten"})
  void limitOutOfRange_isRefusedAtThePointer(String limit) {
    assertThat(list("&limit=" + limit).refusal()).isEqualTo("422 contract-violation /limit");
  }

  private Answered list(String more) {
    return shop.as(ADA).get("/orders?user_id=ada" + more);
  }
}
