package waybill.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.orders.Shop.ADA;
import static waybill.orders.Shop.TEA;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import waybill.kit.http.HttpTesting.Answered;

/** {@code Prefer: wait}: the answer may come with what became of the order. */
class WaitingTest {
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  private final Shop shop = Shop.withAda();
  private int pauses;

  @Test
  void orderThatIsConfirmedInTime_isAnsweredWithItsTotal() {
    afterASecond(() -> shop.hear(shop.confirm("o-1")));
    Answered answered = place("wait=5");
    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.header("location")).isEqualTo("/orders/o-1");
    assertThat(answered.header("preference-applied")).isEqualTo("wait=5");
    assertThat(answered.messages()).containsExactly("orders~o-1~1");
    assertThat(answered.text("/order_status")).isEqualTo("confirmed");
    assertThat(answered.body().at("/total/amount").asLong()).isEqualTo(2370);
    assertThat(pauses).isEqualTo(2);
  }

  @Test
  void orderThatIsRejectedInTime_isAnsweredWithItsReason() {
    afterASecond(() -> shop.hear(shop.reject("o-1", "Only 3 of tea are left.", "reserve")));
    Answered answered = place("wait=5");
    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.text("/order_status")).isEqualTo("rejected");
    assertThat(answered.text("/reason")).isEqualTo("Only 3 of tea are left.");
  }

  @Test
  void orderThatIsNotDecidedInTime_isPending() {
    afterASecond(() -> {});
    Answered answered = place("wait=3");
    assertThat(answered.status()).isEqualTo(202);
    assertThat(answered.text("/order_status")).isEqualTo("pending");
    assertThat(pauses).isEqualTo(6);
  }

  @Test
  void whoeverDoesNotPreferTo_doesNotWait() {
    afterASecond(() -> shop.hear(shop.confirm("o-1")));
    assertThat(shop.adaOrdersTea().status()).isEqualTo(202);
    assertThat(pauses).isZero();
  }

  @Test
  void repeatedRequest_isToldWhatHasBecomeOfTheFirst() {
    afterASecond(() -> {});
    assertThat(place("wait=1").status()).isEqualTo(202);
    shop.hear(shop.confirm("o-1"));
    Answered again = place("wait=1");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/order_id")).isEqualTo("o-1");
    assertThat(again.text("/order_status")).isEqualTo("confirmed");
    assertThat(shop.items("order")).isEqualTo(1);
  }

  private void afterASecond(Runnable happens) {
    shop.whilePausing =
        () -> {
          shop.clock.pass(HALF_A_SECOND);
          if (++pauses == 2) happens.run();
        };
  }

  private Answered place(String prefer) {
    return shop.as(ADA)
        .with("prefer", prefer)
        .with("idempotency-key", "k-1")
        .post("/orders", Shop.order("ada", TEA));
  }
}
