package waybill.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.contracts.orders.OrderStatus.CANCELLED;
import static waybill.contracts.orders.OrderStatus.CONFIRMED;
import static waybill.orders.Shop.ADA;
import static waybill.orders.Shop.TEA;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waybill.contracts.Message;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.http.HttpTesting.Asking;
import waybill.kit.testing.RacedTable;

/** A process that ends right before or right after its write; whoever called calls again. */
class CrashTest {
  private enum Crash {
    BEFORE_THE_WRITE,
    AFTER_THE_WRITE;

    RacedTable of(Shop shop) {
      RacedTable table = new RacedTable(shop.table);
      return this == BEFORE_THE_WRITE ? table.by(Crash::ends) : table.afterWriteBy(Crash::ends);
    }

    private static void ends() {
      throw new OutOfMemoryError("crash");
    }
  }

  private final Shop shop = Shop.withAda();

  @BeforeEach
  void order() {
    shop.adaOrdersTea();
  }

  @ParameterizedTest
  @EnumSource
  void order_isPlacedOnce(Crash crash) {
    assertThatThrownBy(() -> place(shop.seeing(crash.of(shop)).as(ADA)))
        .isInstanceOf(OutOfMemoryError.class);
    Answered again = place(shop.as(ADA));
    assertThat(again.status()).isEqualTo(202);
    assertThat(shop.items("order")).isEqualTo(2);
    assertThat(shop.saidOf(again.text("/order_id"))).containsExactly("order-placed");
  }

  @ParameterizedTest
  @EnumSource
  void withdrawal_isSaidOnce(Crash crash) {
    assertThatThrownBy(() -> shop.seeing(crash.of(shop)).as(ADA).delete("/orders/o-1"))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(shop.adaCancels("o-1").status()).isEqualTo(202);
    assertThat(shop.saidOf("o-1")).containsExactly("order-placed", "order-withdrawn");
  }

  @ParameterizedTest
  @EnumSource
  void confirmation_isSaidOnce(Crash crash) {
    heardWith(crash, shop.confirm("o-1"));
    assertThat(shop.stands("o-1")).isEqualTo(CONFIRMED);
    assertThat(shop.saidOf("o-1")).containsExactly("order-placed", "order-confirmed");
  }

  @ParameterizedTest
  @EnumSource
  void confirmationThatComesTooLate_isReturnedOnce(Crash crash) {
    shop.adaCancels("o-1");
    heardWith(crash, shop.confirm("o-1"));
    assertThat(shop.saidOf("o-1"))
        .containsExactly("order-placed", "order-withdrawn", "order-confirmed", "order-returned");
  }

  @ParameterizedTest
  @EnumSource
  void rejection_isSaidOnce(Crash crash) {
    heardWith(crash, shop.reject("o-1", "Only 3 of tea are left.", "reserve"));
    assertThat(shop.saidOf("o-1")).containsExactly("order-placed", "order-rejected");
  }

  @ParameterizedTest
  @EnumSource
  void closing_isSaidOnce(Crash crash) {
    shop.hear(shop.confirm("o-1"));
    shop.adaCancels("o-1");
    heardWith(crash, shop.close("o-1"));
    assertThat(shop.stands("o-1")).isEqualTo(CANCELLED);
    assertThat(shop.saidOf("o-1")).filteredOn("order-cancelled"::equals).hasSize(1);
  }

  private void heardWith(Crash crash, Message command) {
    assertThatThrownBy(() -> shop.hear(crash.of(shop), command))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(shop.hear(command)).isTrue();
    assertThat(shop.items("parked")).isZero();
  }

  private static Answered place(Asking by) {
    return by.with("idempotency-key", "k-1").post("/orders", Shop.order("ada", TEA));
  }
}
