package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.exchange.DeskOrder.Order.SKIP;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.DeskOrder;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.kit.Limits;
import waybill.kit.problem.Problem;

/** An exchange that confirms nothing for long, and a key of which everything is refused. */
class FullOfReceiptsTest {
  private static final int MOST = Limits.KEPT_RECEIPTS_MAX;

  private final Subscription orders = new Subscription();

  @BeforeEach
  void refuseAll() {
    for (long n = 1; n <= MOST + 2; n++)
      orders.when(n, delivery -> Reaction.refuse(Problem.NOT_FOUND.because("no such user")));
    for (long n = 1; n <= MOST; n++) orders.deliver("u1", n);
  }

  @Test
  void theNextRefusal_waitsInItsPlace() {
    orders.deliver("u1", MOST + 1, MOST + 2);

    assertThat(orders.keptReceipts("u1")).hasSize(MOST);
    assertThat(orders.standing("u1").parked()).isEqualTo(2);
    assertThat(orders.standing("u1").tally()).isEqualTo(new Tally(0, MOST, 0));
    assertThat(orders.parked("u1"))
        .map(Held::reason)
        .hasValueSatisfying(reason -> assertThat(reason).startsWith("receipts-full"));
  }

  @Test
  void onceSomeAreNoted_itGoesOnByItself() {
    orders.deliver("u1", MOST + 1);
    for (int n = 0; n < 2 * Limits.ATTEMPTS_MAX; n++) retry();

    orders.noted("users~u1~1");
    retry();

    assertThat(orders.standing("u1").parked()).isZero();
    assertThat(orders.keptReceipts("u1")).hasSize(MOST).contains("users~u1~" + (MOST + 1));
  }

  @Test
  void whatHasAnEffect_isNotHeldUp() {
    orders.heals(MOST + 1);

    orders.deliver("u1", MOST + 1);

    assertThat(orders.handled("u1")).containsExactly(MOST + 1);
  }

  @Test
  void aSkip_waitsToo() {
    orders.fails(MOST + 1);
    orders.deliver("u1", MOST + 1);

    orders.control(
        ExchangeContracts.DESK_ORDER,
        new DeskOrder("users", "u1", MOST + 1, SKIP, "why not", "ada", null));

    assertThat(orders.keptReceipts("u1")).hasSize(MOST);
    assertThat(orders.standing("u1").parked()).isEqualTo(1);
  }

  private void retry() {
    orders.pass(Limits.RETRY_LONGEST);
    orders.minute();
  }
}
