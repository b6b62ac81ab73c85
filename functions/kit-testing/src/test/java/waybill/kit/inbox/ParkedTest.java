package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.contracts.exchange.Outcome.HANDLED;
import static waybill.contracts.exchange.Outcome.PARKED;
import static waybill.kit.inbox.Subscription.message;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.Drain;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Expired;
import waybill.contracts.exchange.Gap;
import waybill.contracts.exchange.Receipt;
import waybill.kit.Limits;

/** A key whose first message fails. */
class ParkedTest {
  private final Subscription orders = new Subscription();

  @BeforeEach
  void park() {
    orders.fails(1);
    orders.deliver("u1", 1);
    orders.receipts();
  }

  @Test
  void row21_followers_queueBehindAndAreNotTried() {
    orders.deliver("u1", 2, 3);

    assertThat(orders.ran()).containsExactly(1L);
    assertThat(orders.standing("u1").parked()).isEqualTo(3);
    assertThat(orders.receipts()).extracting(Receipt::outcome).containsExactly(PARKED, PARKED);
  }

  @Test
  void row18_followersInAnyOrder_areDrainedInTheirs() {
    orders.deliver(message("u1", 3, 2));
    orders.deliver(message("u1", 2, 1));
    orders.heals(1);

    orders.pass(Limits.RETRY_FIRST);
    orders.minute();

    assertThat(orders.handled("u1")).containsExactly(1, 2, 3);
    assertThat(orders.standing("u1").parked()).isZero();
    assertThat(orders.parked("u1")).isEmpty();
  }

  @Test
  void row18_aCopyOfAParkedMessage_isNotParkedTwice() {
    orders.deliver("u1", 1);

    assertThat(orders.standing("u1").parked()).isEqualTo(1);
    assertThat(orders.ran()).containsExactly(1L);
    assertThat(orders.receipts()).extracting(Receipt::outcome).containsExactly(PARKED);
  }

  @Test
  void aRetryThatPasses_isReportedWithItsAttempts() {
    orders.heals(1);
    retry();

    assertThat(orders.receipts())
        .singleElement()
        .satisfies(
            receipt -> {
              assertThat(receipt.outcome()).isEqualTo(HANDLED);
              assertThat(receipt.attempts()).isEqualTo(2);
            });
  }

  @Test
  void beforeItsTime_nothingIsTried() {
    orders.pass(Limits.RETRY_FIRST.minusMillis(1));
    orders.minute();

    assertThat(orders.ran()).containsExactly(1L);
  }

  @Test
  void eachAttempt_waitsTwiceAsLong() {
    assertThat(orders.due("u1")).hasValue(orders.clock.instant().plus(Limits.RETRY_FIRST));

    retry();
    assertThat(orders.due("u1"))
        .hasValue(orders.clock.instant().plus(Limits.RETRY_FIRST.multipliedBy(2)));

    retry();
    assertThat(orders.due("u1"))
        .hasValue(orders.clock.instant().plus(Limits.RETRY_FIRST.multipliedBy(4)));
  }

  @Test
  void afterTheLastAttempt_onlyTheDeskTriesAgain() {
    for (int n = 1; n < Limits.ATTEMPTS_MAX; n++) retry();

    assertThat(orders.parked("u1")).map(Held::attempts).hasValue(Limits.ATTEMPTS_MAX);
    assertThat(orders.due("u1")).isEmpty();
    orders.pass(Duration.ofDays(1));
    orders.minute();
    assertThat(orders.ran()).hasSize(Limits.ATTEMPTS_MAX);
  }

  @Test
  void row65_aRetryThatKillsItsProcess_wasCountedBefore() {
    crashes();

    orders.pass(Limits.RETRY_FIRST);
    assertThatThrownBy(orders::minute).isInstanceOf(StackOverflowError.class);

    assertThat(orders.parked("u1")).map(Held::attempts).hasValue(2);
    assertThat(orders.due("u1"))
        .hasValue(orders.clock.instant().plus(Limits.RETRY_FIRST.multipliedBy(2)));
  }

  @Test
  void row65_whatKillsItsProcessAgainAndAgain_isLeftToTheDesk() {
    crashes();

    for (int n = 1; n < Limits.ATTEMPTS_MAX; n++) {
      orders.pass(Limits.RETRY_LONGEST);
      assertThatThrownBy(orders::minute).isInstanceOf(StackOverflowError.class);
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
          if (delivery.key().equals("u1")) throw new StackOverflowError("crash");
          return orders.noted(delivery);
        });

    orders.pass(Limits.RETRY_FIRST);
    orders.fireMinute();
    for (String body : orders.in.take())
      try {
        orders.deliver(waybill.contracts.Carried.parse(body));
      } catch (StackOverflowError crash) {
        // An invocation of its own, which ends here.
      }

    assertThat(orders.handled("u2")).containsExactly(1);
  }

  @Test
  void aDrain_stopsAtTheNextFailure() {
    orders.deliver("u1", 2, 3);
    orders.heals(1);
    orders.fails(2);

    retry();

    assertThat(orders.handled("u1")).containsExactly(1);
    assertThat(orders.parked("u1"))
        .hasValueSatisfying(head -> assertThat(head.id().sequence()).isEqualTo(2));
    assertThat(orders.standing("u1").parked()).isEqualTo(2);
  }

  @Test
  void aLongQueue_isDrainedInPortions() {
    int followers = Limits.DRAIN_MESSAGES_MAX + 5;
    orders.deliver("u1", LongStream.rangeClosed(2, followers).toArray());
    orders.heals(1);

    retry();
    assertThat(orders.handled("u1")).hasSize(Limits.DRAIN_MESSAGES_MAX);

    orders.minute();
    assertThat(orders.handled("u1")).hasSize(followers).isSorted();
  }

  @Test
  void aDrainOfAKeyThatWaitsForNothing_doesNothing() {
    orders.heals(1);
    retry();
    orders.receipts();

    orders.control(ExchangeContracts.DRAIN, new Drain("users", "u1"));
    orders.control(ExchangeContracts.DRAIN, new Drain("users", "nobody"));

    assertThat(orders.handled("u1")).containsExactly(1);
    assertThat(orders.receipts()).isEmpty();
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

  private void crashes() {
    orders.when(
        1,
        delivery -> {
          throw new StackOverflowError("crash");
        });
  }

  private void retry() {
    orders.pass(Limits.RETRY_LONGEST);
    orders.minute();
  }
}
