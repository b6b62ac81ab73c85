package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.exchange.Outcome.PARKED;
import static waybill.kit.inbox.Subscription.message;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Expired;
import waybill.contracts.exchange.Gap;
import waybill.contracts.exchange.Receipt;
import waybill.kit.Limits;

/** A key whose head waits for what may never come. */
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
