package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;
import static waybill.kit.inbox.Subscription.message;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import waybill.contracts.Message;
import waybill.contracts.exchange.Outcome;
import waybill.contracts.users.UserRegistered;
import waybill.kit.Limits;
import waybill.kit.commit.Row;
import waybill.kit.testing.BooksBalance;

/** A handler that answers each message with another one. */
@BooksBalance
class LoopTest {
  private final Subscription orders = new Subscription();

  /** The same, as if so many had gone before it. */
  private static Message after(int hops) {
    Message plain = message("u1", 1, 0);
    return new Message(
        plain.id(),
        plain.contract(),
        plain.time(),
        plain.correlation(),
        plain.causation(),
        hops,
        plain.traceparent(),
        plain.after(),
        plain.data());
  }

  private Reaction answering(Delivery<UserRegistered> delivery) {
    Row<Subscription.Customer> row =
        orders.service.rows().at(Subscription.CUSTOMER, delivery.key());
    return Reaction.commit(
        row.put(new Subscription.Customer(java.util.List.of(1)))
            .saying(USER_REGISTERED, delivery.data()));
  }

  private void deliver(int hops) {
    orders.when(1, this::answering);
    orders.deliver(after(hops));
  }

  private int said() {
    return orders.table.items().stream().mapToInt(item -> item.outbox().size()).sum();
  }

  @Test
  void row39_aLoop_isStopped_andItsLastMessageIsParked() {
    deliver(Limits.HOPS_MAX);

    assertThat(said()).isZero();
    assertThat(orders.receipts())
        .singleElement()
        .satisfies(
            receipt -> {
              assertThat(receipt.outcome()).isEqualTo(Outcome.PARKED);
              assertThat(receipt.reason()).startsWith("loop: orders~u1~1 would be hop 101");
            });
  }

  @Test
  void row39_aLoop_isNotTriedAgainByItself() {
    deliver(Limits.HOPS_MAX);

    orders.pass(Duration.ofDays(1));
    orders.minute();

    assertThat(orders.ran()).containsExactly(1L);
  }

  @Test
  void row39_aLegalChain_isNotKilled() {
    deliver(20);
    assertThat(said()).isEqualTo(1);
  }

  @Test
  void row39_theLastHopThatIsAllowed_isMade() {
    deliver(Limits.HOPS_MAX - 1);
    assertThat(said()).isEqualTo(1);
  }

  @Test
  void row39_whoOnlyListensAtTheEndOfAChain_handlesIt() {
    orders.deliver(after(Limits.HOPS_MAX));

    assertThat(orders.handled("u1")).containsExactly(1);
  }
}
