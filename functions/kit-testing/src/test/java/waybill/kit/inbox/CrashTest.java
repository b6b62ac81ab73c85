package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Carried;
import waybill.contracts.exchange.Receipt;
import waybill.kit.Limits;
import waybill.kit.testing.BooksBalance;

/** Runs of a drain that end their process, or that come all at once. */
@BooksBalance
class CrashTest {
  private final Subscription orders = new Subscription();

  @BeforeEach
  void park() {
    orders.fails(1);
    orders.deliver("u1", 1);
    orders.receipts();
  }

  @Test
  void row65_aRetryThatKillsItsProcess_wasCountedBefore() {
    crashes();

    orders.pass(Limits.RETRY_FIRST);
    assertThatThrownBy(orders::minute).isInstanceOf(OutOfMemoryError.class);

    assertThat(orders.parked("u1")).map(Held::attempts).hasValue(2);
    assertThat(orders.due("u1"))
        .hasValue(orders.clock.instant().plus(Limits.RETRY_FIRST.multipliedBy(2)));
  }

  @Test
  void row65_whatKillsItsProcessAgainAndAgain_isLeftToTheDesk() {
    crashes();

    for (int n = 1; n < Limits.ATTEMPTS_MAX; n++) {
      orders.pass(Limits.RETRY_LONGEST);
      assertThatThrownBy(orders::minute).isInstanceOf(OutOfMemoryError.class);
    }

    assertThat(orders.due("u1")).isEmpty();
  }

  @Test
  void row65_otherParkedKeys_goOn() {
    orders.fails(1);
    orders.deliver("u2", 1);
    orders.when(
        1,
        delivery -> {
          if (delivery.key().equals("u1")) throw new OutOfMemoryError("crash");
          return orders.noted(delivery);
        });

    orders.pass(Limits.RETRY_FIRST);
    orders.fireMinute();
    for (String body : orders.in.take())
      try {
        orders.deliver(Carried.parse(body));
      } catch (OutOfMemoryError crash) {
        // An invocation of its own, which ends here.
      }

    assertThat(orders.handled("u2")).containsExactly(1);
  }

  /** Whoever is behind with its queue gets one attempt for all the minutes that passed. */
  @Test
  void row63_ordersThatPileUp_areOneAttempt() {
    orders.pass(Limits.RETRY_FIRST);
    for (int minute = 0; minute < 4; minute++) {
      orders.fireMinute();
      orders.pass(Duration.ofMinutes(1));
    }

    orders.takeOwn();

    assertThat(orders.parked("u1")).map(Held::attempts).hasValue(2);
  }

  @Test
  void anOrderThatCannotBeSent_doesNotStopTheMinute() {
    Subscription.refused(orders, "u3");
    orders.out.refuse(parcel -> true);
    orders.relay();
    orders.out.refuse(parcel -> false);
    orders.out.take();
    orders.in.breaks();

    orders.pass(Limits.RETRY_FIRST);
    orders.fireMinute();

    assertThat(orders.receipts()).extracting(Receipt::messageId).contains("users~u3~1");
  }

  private void crashes() {
    orders.when(
        1,
        delivery -> {
          throw new OutOfMemoryError("crash");
        });
  }
}
