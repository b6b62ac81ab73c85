package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.exchange.Outcome.HANDLED;
import static waybill.contracts.exchange.Outcome.PARKED;
import static waybill.kit.inbox.Subscription.message;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.Drain;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Receipt;
import waybill.kit.Limits;
import waybill.kit.testing.BooksBalance;

/** A key whose first message fails. */
@BooksBalance
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

  /** Such a handler's effect names an item twice: writing it fails each time. */
  @Test
  void aCommitThatCannotBeWritten_isOneAttemptOfTheDrain() {
    orders.when(
        1,
        delivery -> {
          var row = orders.service.rows().at(Subscription.CUSTOMER, delivery.key());
          var customer = new Subscription.Customer(List.of(1));
          return Reaction.commit(row.put(customer), row.put(customer));
        });

    retry();

    assertThat(orders.parked("u1")).map(Held::attempts).hasValue(2);
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

  private void retry() {
    orders.pass(Limits.RETRY_LONGEST);
    orders.minute();
  }
}
