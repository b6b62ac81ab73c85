package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.Gap;
import waybill.kit.Limits;
import waybill.kit.testing.BooksBalance;

/** A message that comes before another that it follows. */
@BooksBalance
class GapTest {
  private final Subscription orders = new Subscription();

  @Test
  void row18_aMessageAheadOfItsPredecessor_waitsAndAsksForIt() {
    orders.deliver("u1", 1);
    orders.deliver("u1", 3);

    assertThat(orders.handled("u1")).containsExactly(1);
    assertThat(orders.gaps()).containsExactly(new Gap("users", "u1", 2, 1));
  }

  @Test
  void row18_aGap_healsWhenThePredecessorComes() {
    orders.deliver("u1", 3, 4, 1, 2);

    assertThat(orders.handled("u1")).containsExactly(1, 2, 3, 4);
    assertThat(orders.standing("u1").parked()).isZero();
    assertThat(orders.due("u1")).isEmpty();
  }

  @Test
  void row64_aGapWhoseQuestionWasLost_isAskedAboutAgain() {
    orders.deliver("u1", 2);
    orders.gaps();

    orders.pass(Limits.RETRY_FIRST);
    orders.minute();

    assertThat(orders.gaps()).containsExactly(new Gap("users", "u1", 1, 0));
    assertThat(orders.parked("u1")).map(Held::attempts).hasValue(0);
  }

  @Test
  void askingForTheMissing_slowsDown() {
    orders.deliver("u1", 2);
    Instant parked = orders.clock.instant();

    orders.pass(Limits.RETRY_FIRST);
    orders.minute();
    assertThat(orders.due("u1")).hasValue(orders.clock.instant().plus(Limits.RETRY_FIRST));

    orders.pass(Limits.RETRY_FIRST.multipliedBy(9));
    orders.minute();
    assertThat(orders.due("u1")).hasValue(parked.plus(Limits.RETRY_FIRST.multipliedBy(20)));
  }
}
