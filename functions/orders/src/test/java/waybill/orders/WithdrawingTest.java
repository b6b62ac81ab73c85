package waybill.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.orders.OrderStatus.CONFIRMED;
import static waybill.contracts.orders.OrderStatus.PENDING;
import static waybill.kit.http.Caller.NOBODY;
import static waybill.orders.Shop.ADA;
import static waybill.orders.Shop.MACHINE;
import static waybill.orders.Shop.OPERATOR;
import static waybill.orders.Shop.STRANGER;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;

/** {@code DELETE /orders/{order_id}}: the buyer wants it no longer. */
class WithdrawingTest {
  private final Shop shop = Shop.withAda();

  @BeforeEach
  void order() {
    shop.adaOrdersTea();
  }

  @Test
  void pendingOrder_isWithdrawn_andStaysPendingUntilItIsUndone() {
    Answered answered = shop.adaCancels("o-1");
    assertThat(answered.status()).isEqualTo(202);
    assertThat(answered.header("location")).isEqualTo("/orders/o-1");
    assertThat(answered.text("/order_status")).isEqualTo("pending");
    assertThat(answered.body().path("withdrawn").asBoolean()).isTrue();
    assertThat(shop.stands("o-1")).isEqualTo(PENDING);
    assertThat(shop.saidOf("o-1")).containsExactly("order-placed", "order-withdrawn");
  }

  @Test
  void confirmedOrder_isReturned() {
    shop.hear(shop.confirm("o-1"));
    assertThat(shop.adaCancels("o-1").status()).isEqualTo(202);
    assertThat(shop.stands("o-1")).isEqualTo(CONFIRMED);
    assertThat(shop.saidOf("o-1"))
        .containsExactly("order-placed", "order-confirmed", "order-returned");
  }

  @Test
  void withdrawingTwice_saysItOnce() {
    shop.adaCancels("o-1");
    shop.clock.pass(Duration.ofSeconds(1));
    Answered again = shop.adaCancels("o-1");
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.messages()).isEmpty();
    assertThat(shop.saidOf("o-1")).containsExactly("order-placed", "order-withdrawn");
  }

  @Test
  void returningTwice_saysItOnce() {
    shop.hear(shop.confirm("o-1"));
    shop.adaCancels("o-1");
    assertThat(shop.adaCancels("o-1").status()).isEqualTo(202);
    assertThat(shop.saidOf("o-1")).filteredOn("order-returned"::equals).hasSize(1);
  }

  @Test
  void rejectedOrder_isOver() {
    shop.hear(shop.reject("o-1", "Only 3 of tea are left.", "reserve"));
    assertThat(shop.adaCancels("o-1").refusal()).isEqualTo("409 order-over");
  }

  @Test
  void cancelledOrder_isOver() {
    shop.adaCancels("o-1");
    shop.hear(shop.reject("o-1", "It was withdrawn.", null));
    assertThat(shop.adaCancels("o-1").refusal()).isEqualTo("409 order-over");
  }

  @Test
  void orderOfSomebodyElse_cannotBeToldFromNone() {
    for (Caller caller : new Caller[] {STRANGER, NOBODY}) {
      Answered theirs = shop.as(caller).delete("/orders/o-1");
      assertThat(theirs.refusal()).isEqualTo("404 not-found");
      assertThat(theirs.text("/detail"))
          .isEqualTo(shop.as(caller).delete("/orders/o-404").text("/detail"));
    }
    assertThat(shop.saidOf("o-1")).containsExactly("order-placed");
  }

  @Test
  void operatorsAndMachines_withdrawForAnybody() {
    shop.adaOrdersTea();
    assertThat(shop.as(OPERATOR).delete("/orders/o-1").status()).isEqualTo(202);
    assertThat(shop.as(MACHINE).delete("/orders/o-2").status()).isEqualTo(202);
  }

  @Test
  void withdrawnOrder_isShownAsSuch() {
    assertThat(shop.as(ADA).get("/orders/o-1").body().has("withdrawn")).isFalse();
    shop.adaCancels("o-1");
    assertThat(shop.as(ADA).get("/orders/o-1").body().path("withdrawn").asBoolean()).isTrue();
  }
}
