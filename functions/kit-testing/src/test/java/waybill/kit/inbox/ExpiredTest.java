package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static waybill.contracts.exchange.Outcome.PARKED;
import static waybill.contracts.exchange.Outcome.SKIPPED;
import static waybill.kit.inbox.Subscription.message;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.DeskOrder;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Expired;
import waybill.contracts.exchange.Gap;
import waybill.contracts.exchange.Receipt;
import waybill.kit.Limits;
import waybill.kit.testing.BooksBalance;

/** A key whose head waits for what may never come. */
@BooksBalance
class ExpiredTest {
  private final Subscription orders = new Subscription();

  @BeforeEach
  void park() {
    orders.fails(1);
    orders.deliver("u1", 1);
    orders.receipts();
  }

  @Test
  void row23_whatIsNoLongerInTheLedger_leavesTheKeyToTheDesk() {
    orders.deliver("u9", 2);
    orders.receipts();

    orders.control(ExchangeContracts.EXPIRED, new Expired("users", "u9", 1));

    assertThat(orders.parked("u9"))
        .map(Held::reason)
        .hasValueSatisfying(reason -> assertThat(reason).startsWith("expired"));
    assertThat(orders.due("u9")).isEmpty();
    assertThat(orders.receipts()).extracting(Receipt::outcome).containsExactly(PARKED);
  }

  @Test
  void whatExpiredButCameAfterAll_isNothing() {
    orders.deliver("u9", 2);
    orders.heals(1);
    orders.deliver("u9", 1);

    orders.control(ExchangeContracts.EXPIRED, new Expired("users", "u9", 1));

    assertThat(orders.handled("u9")).containsExactly(1, 2);
  }

  @Test
  void row23_aSkipOfTheExpiredOne_leadsOverTheGapAndIsOnRecord() {
    orders.heals(1);
    orders.deliver("u9", 2, 3);
    orders.control(ExchangeContracts.EXPIRED, new Expired("users", "u9", 1));
    orders.receipts();

    skip("u9", 1);

    assertThat(orders.handled("u9")).containsExactly(2, 3);
    assertThat(orders.keptReceipts("u9")).containsExactly("users~u9~1");
    assertThat(orders.receipts())
        .filteredOn(receipt -> receipt.outcome() == SKIPPED)
        .extracting(Receipt::messageId, Receipt::reason)
        .containsExactly(tuple("users~u9~1", "skipped by ada: it is gone"));
    assertThat(orders.standing("u9").tally()).isEqualTo(new Tally(2, 0, 1));
  }

  @Test
  void whatMayStillCome_isNotSkipped() {
    orders.deliver("u9", 2);

    skip("u9", 1);

    assertThat(orders.standing("u9").watermark()).isZero();
    assertThat(orders.standing("u9").parked()).isEqualTo(1);
  }

  @Test
  void afterAnExpiredOne_itsFollowerIsNotSkippedInItsPlace() {
    orders.deliver("u9", 2);
    orders.control(ExchangeContracts.EXPIRED, new Expired("users", "u9", 1));

    skip("u9", 2);

    assertThat(orders.standing("u9").watermark()).isZero();
  }

  private void skip(String key, long sequence) {
    orders.control(
        ExchangeContracts.DESK_ORDER,
        new DeskOrder("users", key, sequence, DeskOrder.Order.SKIP, "it is gone", "ada", null));
  }

  /** The head is there and fails: only what waits behind it is about the expired one. */
  @Test
  void anExpiredOneFurtherBehind_leavesTheHeadItsRetries() {
    orders.deliver(message("u1", 5, 4));

    orders.control(ExchangeContracts.EXPIRED, new Expired("users", "u1", 4));

    assertThat(orders.due("u1")).isPresent();
    assertThat(orders.parked("u1")).map(Held::reason).hasValue("IllegalStateException: cannot");
  }

  @Test
  void aGapBehindTheHead_isAskedAboutWhenItsTurnComes() {
    orders.deliver(message("u1", 5, 4));
    orders.heals(1);

    retry();

    assertThat(orders.handled("u1")).containsExactly(1);
    assertThat(orders.gaps()).containsExactly(new Gap("users", "u1", 4, 1));
  }

  private void retry() {
    orders.pass(Limits.RETRY_LONGEST);
    orders.minute();
  }
}
