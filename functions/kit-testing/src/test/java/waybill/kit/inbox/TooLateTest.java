package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.inbox.Subscription.message;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import waybill.contracts.Message;
import waybill.contracts.exchange.Outcome;
import waybill.kit.Limits;
import waybill.kit.testing.BooksBalance;

@BooksBalance
class TooLateTest {
  private final Subscription orders = new Subscription();
  private final Instant end = orders.clock.instant().plus(Duration.ofHours(2));

  private Message lasting(long sequence) {
    return message("u1", sequence, sequence - 1).until(end);
  }

  @Test
  void whatIsStillInTime_isHandled() {
    orders.pass(Duration.ofHours(2).minusMillis(1));

    orders.deliver(lasting(1));

    assertThat(orders.handled("u1")).containsExactly(1);
  }

  @Test
  void row66_whatComesTooLate_isRefusedByNameAndLetsTheNextOneThrough() {
    orders.pass(Duration.ofHours(2));

    orders.deliver(lasting(1));
    orders.deliver("u1", 2);

    assertThat(orders.ran()).containsExactly(2L);
    assertThat(orders.receipts().stream().filter(receipt -> receipt.outcome() != Outcome.HANDLED))
        .singleElement()
        .satisfies(
            receipt -> {
              assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
              assertThat(receipt.reason()).startsWith("too-late: ");
            });
  }

  @Test
  void row66_aPoisonedMessage_isRefusedWhenItsTimeIsOverAndNoLater() {
    orders.fails(1);
    orders.deliver(lasting(1));
    orders.deliver("u1", 2);

    minutesUntil(end.minusSeconds(1));
    assertThat(orders.ran()).isNotEmpty().containsOnly(1L);

    minutesUntil(end.plusSeconds(60));
    assertThat(orders.handled("u1")).containsExactly(2);
    assertThat(orders.standing("u1").parked()).isZero();
  }

  @Test
  void row66_whatOnlyTheDeskMayTry_isRefusedWhenItsTimeIsOver() {
    var late = message("u1", 1, 0).until(orders.clock.instant().plus(Duration.ofDays(2)));
    orders.fails(1);
    orders.deliver(late);
    orders.deliver("u1", 2);
    minutesUntil(orders.clock.instant().plus(Duration.ofDays(1)));
    assertThat(orders.ran()).hasSize(Limits.ATTEMPTS_MAX);

    orders.pass(Duration.ofDays(1));
    orders.minute();

    assertThat(orders.ran()).hasSize(Limits.ATTEMPTS_MAX + 1).endsWith(2L);
    assertThat(orders.handled("u1")).containsExactly(2);
  }

  @Test
  void row66_whatDiesInTheQueue_isRefusedWhenItsTimeIsOver() {
    orders.fails(1);
    orders.deliverAgain(lasting(1));
    orders.dies(lasting(1).toJson());
    orders.deliver("u1", 2);

    minutesUntil(end.plusSeconds(60));

    assertThat(orders.handled("u1")).containsExactly(2);
  }

  @Test
  void whatWaitsBehind_doesNotCountAsAnAttemptAtTheHead() {
    orders.fails(1);
    orders.deliver("u1", 1);
    orders.deliver(lasting(2));
    int attempts = orders.parked("u1").orElseThrow().attempts();

    orders.minute();

    assertThat(orders.parked("u1").orElseThrow().attempts()).isEqualTo(attempts);
  }

  private void minutesUntil(Instant then) {
    while (orders.clock.instant().isBefore(then)) {
      Duration left = Duration.between(orders.clock.instant(), then);
      orders.pass(left.compareTo(Duration.ofMinutes(1)) < 0 ? left : Duration.ofMinutes(1));
      orders.minute();
    }
  }
}
