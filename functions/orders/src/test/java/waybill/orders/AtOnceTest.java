package waybill.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.orders.OrderStatus.CANCELLED;
import static waybill.contracts.orders.OrderStatus.CONFIRMED;
import static waybill.contracts.orders.OrderStatus.REJECTED;
import static waybill.orders.Shop.ADA;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Message;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.RacedTable;

/** A buyer and a saga at once, one between another's read and its write. */
class AtOnceTest {
  private static final String SOLD_OUT = "Only 3 of tea are left.";

  private final Shop shop = Shop.withAda();
  private final RacedTable raced = new RacedTable(shop.table);

  @BeforeEach
  void order() {
    shop.adaOrdersTea();
  }

  @Test
  void orderThatIsConfirmedWhileItIsWithdrawn_isReturned() {
    raced.by(() -> shop.hear(shop.confirm("o-1")));
    assertThat(withdraw().status()).isEqualTo(202);
    assertThat(shop.stands("o-1")).isEqualTo(CONFIRMED);
    assertThat(shop.saidOf("o-1"))
        .containsExactly("order-placed", "order-confirmed", "order-returned");
  }

  @Test
  void orderThatIsWithdrawnWhileItIsConfirmed_isReturned() {
    raced.by(() -> shop.adaCancels("o-1"));
    shop.hear(raced, shop.confirm("o-1"));
    assertThat(shop.stands("o-1")).isEqualTo(CONFIRMED);
    assertThat(shop.saidOf("o-1"))
        .containsExactly("order-placed", "order-withdrawn", "order-confirmed", "order-returned");
  }

  @Test
  void orderThatIsRejectedWhileItIsWithdrawn_isOver() {
    raced.by(() -> shop.hear(shop.reject("o-1", SOLD_OUT, "reserve")));
    assertThat(withdraw().refusal()).isEqualTo("409 order-over");
    assertThat(shop.stands("o-1")).isEqualTo(REJECTED);
    assertThat(shop.saidOf("o-1")).containsExactly("order-placed", "order-rejected");
  }

  @Test
  void orderThatIsWithdrawnWhileItIsRejected_isCancelled() {
    raced.by(() -> shop.adaCancels("o-1"));
    shop.hear(raced, shop.reject("o-1", SOLD_OUT, "reserve"));
    assertThat(shop.stands("o-1")).isEqualTo(CANCELLED);
    assertThat(shop.saidOf("o-1"))
        .containsExactly("order-placed", "order-withdrawn", "order-cancelled");
  }

  @Test
  void orderThatIsClosedWhileItIsConfirmedAgain_staysCancelled() {
    shop.hear(shop.confirm("o-1"));
    shop.adaCancels("o-1");
    raced.by(() -> shop.hear(shop.close("o-1")));
    shop.hear(raced, shop.confirm("o-1"));
    assertThat(shop.stands("o-1")).isEqualTo(CANCELLED);
    assertThat(shop.saidOf("o-1")).hasSize(4).endsWith("order-returned", "order-cancelled");
  }

  @Test
  void twoWithdrawalsAtOnce_sayItOnce() {
    raced.by(() -> shop.adaCancels("o-1"));
    assertThat(withdraw().status()).isEqualTo(202);
    assertThat(shop.saidOf("o-1")).containsExactly("order-placed", "order-withdrawn");
  }

  @Test
  void twoReturnsAtOnce_sayItOnce() {
    shop.hear(shop.confirm("o-1"));
    raced.by(() -> shop.adaCancels("o-1"));
    assertThat(withdraw().status()).isEqualTo(202);
    assertThat(shop.saidOf("o-1"))
        .containsExactly("order-placed", "order-confirmed", "order-returned");
  }

  @Test
  void twoCopiesOfACommandAtOnce_areHeardOnce() {
    Message confirm = shop.confirm("o-1");
    raced.by(() -> shop.hear(confirm));
    shop.hear(raced, confirm);
    assertThat(shop.saidOf("o-1")).containsExactly("order-placed", "order-confirmed");
  }

  private Answered withdraw() {
    return shop.seeing(raced).as(ADA).delete("/orders/o-1");
  }
}
