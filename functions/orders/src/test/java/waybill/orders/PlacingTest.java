package waybill.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.orders.OrdersContracts.ORDER_PLACED;
import static waybill.kit.http.Caller.NOBODY;
import static waybill.orders.Shop.ADA;
import static waybill.orders.Shop.MACHINE;
import static waybill.orders.Shop.OPERATOR;
import static waybill.orders.Shop.STRANGER;
import static waybill.orders.Shop.TEA;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.orders.OrderLine;
import waybill.contracts.orders.OrderStatus;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.Given;

/** {@code POST /orders} through the whole edge. */
class PlacingTest {
  private final Shop shop = Shop.withAda();

  @Test
  void order_isAccepted_andSaysWhereItIsAndWhatWasSaid() {
    Answered answered = shop.adaOrdersTea();
    assertThat(answered.status()).isEqualTo(202);
    assertThat(answered.header("location")).isEqualTo("/orders/o-1");
    assertThat(answered.messages()).containsExactly("orders~o-1~1");
    assertThat(answered.body())
        .isEqualTo(Json.parse("{\"order_id\":\"o-1\",\"order_status\":\"pending\"}"));
  }

  @Test
  void order_isStored() {
    shop.adaOrdersTea();
    assertThat(shop.order("o-1"))
        .contains(
            new Order(
                "o-1",
                "ada",
                List.of(new OrderLine("tea", 6)),
                OrderStatus.PENDING,
                shop.clock.instant(),
                null,
                null,
                null));
  }

  @Test
  void order_isSaidUnderItsContract_withTheOrderAsKey() {
    shop.as(ADA).with("x-correlation-id", "tea-time").post("/orders", Shop.order("ada", TEA));
    Message said = shop.said().get(0);
    assertThat(said.id().key()).isEqualTo("o-1");
    assertThat(said.contract()).isEqualTo(ORDER_PLACED.id());
    assertThat(Given.CATALOG.check(said.contract(), said.data())).isEmpty();
    assertThat(said.data().path("user_id").asText()).isEqualTo("ada");
    assertThat(said.correlation()).isEqualTo("tea-time");
  }

  @Test
  void unknownUser_isRefusedAtThePointer_andNothingIsSaid() {
    assertThat(shop.as(OPERATOR).post("/orders", Shop.order("nobody", TEA)).refusal())
        .isEqualTo("422 unknown-user /user_id");
    assertThat(shop.said()).isEmpty();
  }

  @Test
  void orderForSomebodyElse_isRefused_andNothingIsSaid() {
    for (Caller caller : new Caller[] {STRANGER, NOBODY})
      assertThat(shop.as(caller).post("/orders", Shop.order("ada", TEA)).refusal())
          .isEqualTo("403 forbidden");
    assertThat(shop.said()).isEmpty();
  }

  @Test
  void operatorsAndMachines_placeOrdersForAnybody() {
    for (Caller caller : new Caller[] {OPERATOR, MACHINE})
      assertThat(shop.as(caller).post("/orders", Shop.order("ada", TEA)).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                                | /lines",
        "[{\"sku\":\"tea\",\"quantity\":0}]     | /lines/0/quantity",
        "[{\"sku\":\"tea\",\"quantity\":10000}] | /lines/0/quantity",
        "[{\"sku\":\"tea\",\"quantity\":\"1\"}]   | /lines/0/quantity",
        "[{\"sku\":\"a tea\",\"quantity\":1}]   | /lines/0/sku",
        "[{\"quantity\":1}]                  | /lines/0/sku",
      })
  void linesOutsideTheirContract_areRefusedAtThePointer(String lines, String pointer) {
    assertThat(shop.as(ADA).post("/orders", Shop.order("ada", lines)).refusal())
        .isEqualTo("422 contract-violation " + pointer);
  }

  @Test
  void bodyThatIsNotJson_isMalformed() {
    assertThat(shop.as(ADA).post("/orders", "tea, please").refusal()).isEqualTo("400 malformed");
  }

  @Test
  void repeatedRequest_isAnsweredAsTheFirst_andPlacedOnce() {
    Answered first = place("k-1", TEA);
    Answered again = place("k-1", TEA);
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("location")).isEqualTo(first.header("location"));
    assertThat(again.messages()).isEqualTo(first.messages()).hasSize(1);
    assertThat(shop.items("order")).isEqualTo(1);
    assertThat(shop.said()).hasSize(1);
  }

  @Test
  void keyOfAnotherBody_isRefused() {
    place("k-1", TEA);
    assertThat(place("k-1", "[{\"sku\":\"tea\",\"quantity\":7}]").refusal())
        .isEqualTo("422 idempotency-key-reused");
    assertThat(shop.items("order")).isEqualTo(1);
  }

  @Test
  void keyOfAnotherCaller_isAnotherKey() {
    place("k-1", TEA);
    Answered byOlga =
        shop.as(OPERATOR).with("idempotency-key", "k-1").post("/orders", Shop.order("ada", TEA));
    assertThat(byOlga.text("/order_id")).isEqualTo("o-2");
  }

  private Answered place(String key, String lines) {
    return shop.as(ADA).with("idempotency-key", key).post("/orders", Shop.order("ada", lines));
  }
}
