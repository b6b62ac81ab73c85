package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.exchange.Outcome.SKIPPED;

import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.Erase;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Receipt;

/** The exchange says that what is parked about a key has to lose its data. */
class ErasingTest {
  private final Subscription orders = new Subscription();

  private void erase(String key) {
    orders.control(ExchangeContracts.ERASE, new Erase("users", key, "erased by olga: asked for"));
  }

  @Test
  void whatIsParked_losesItsData_andIsPassedOver() {
    orders.fails(1);
    orders.deliver("u1", 1, 2);

    erase("u1");

    assertThat(orders.standing("u1").parked()).isZero();
    assertThat(orders.standing("u1").watermark()).isEqualTo(2);
    assertThat(orders.handled("u1")).isEmpty();
    assertThat(orders.receipts())
        .filteredOn(receipt -> receipt.outcome() == SKIPPED)
        .extracting(Receipt::reason)
        .contains("erased by olga: asked for");
  }

  @Test
  void whatWaitsForAGap_losesItsDataToo_andKeepsItsPlace() {
    orders.deliver(Subscription.message("u1", 2, 1));

    erase("u1");

    assertThat(orders.parked("u1").orElseThrow().message().skipped()).startsWith("erased");
    orders.deliver("u1", 1);
    assertThat(orders.handled("u1")).containsExactly(1);
    assertThat(orders.standing("u1").watermark()).isEqualTo(2);
  }

  @Test
  void anotherKey_staysAsItIs() {
    orders.fails(1);
    orders.deliver("u2", 1);

    erase("u1");

    assertThat(orders.parked("u2").orElseThrow().message().skipped()).isNull();
  }

  @Test
  void twice_changesNothingMore() {
    orders.fails(1);
    orders.deliver("u1", 1);
    erase("u1");
    var standing = orders.standing("u1");

    erase("u1");

    assertThat(orders.standing("u1")).isEqualTo(standing);
  }
}
