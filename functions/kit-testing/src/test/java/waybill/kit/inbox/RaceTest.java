package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.contracts.exchange.Outcome.HANDLED;
import static waybill.kit.inbox.Subscription.CUSTOMER;
import static waybill.kit.inbox.Subscription.message;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Control;
import waybill.contracts.exchange.DeskOrder;
import waybill.contracts.exchange.Drain;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Receipt;
import waybill.kit.Limits;
import waybill.kit.commit.Conflicted;
import waybill.kit.commit.Key;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.Putting;
import waybill.kit.testing.RacedTable;

/** Somebody else writes between a decision and its commit. */
@BooksBalance
class RaceTest {
  private final Subscription orders = new Subscription();
  private final RacedTable raced = new RacedTable(orders.table);

  @Test
  void row28_ofTwoCopiesAtOnce_oneCommits() {
    raced.by(() -> orders.deliver("u1", 1));

    orders.deliver(message("u1", 1, 0), raced);

    assertThat(orders.handled("u1")).containsExactly(1);
    assertThat(orders.ran()).containsExactly(1L, 1L);
  }

  @Test
  void row28_theSlowerCopy_saysWhatIsTrue() {
    raced.by(() -> Subscription.refused(orders, "u1"));

    orders.deliver(message("u1", 1, 0), raced);

    assertThat(orders.handled("u1")).isEmpty();
    assertThat(orders.receipts()).extracting(Receipt::outcome).doesNotContain(HANDLED);
  }

  @Test
  void row35_aWriterOfTheSameItem_isNotOverwritten() {
    raced.by(() -> customerChanges("u1"));

    orders.deliver(message("u1", 1, 0), raced);

    assertThat(orders.handled("u1")).containsExactly(99, 1);
    assertThat(orders.standing("u1").watermark()).isEqualTo(1);
  }

  @Test
  void row35_whoIsAlwaysTooSlow_comesAgainWithoutAnEffect() {
    for (int n = 0; n < Limits.PATIENT_DECISIONS_MAX; n++) raced.by(() -> customerChanges("u1"));

    assertThatThrownBy(() -> orders.deliver(message("u1", 1, 0), raced))
        .isInstanceOf(Conflicted.class);

    assertThat(orders.standing("u1").watermark()).isZero();
    assertThat(orders.parked("u1")).isEmpty();
  }

  @Test
  void row35_whoIsTooSlowForLong_getsItsTurn_withoutAnotherReceive() {
    for (int n = 1; n < Limits.PATIENT_DECISIONS_MAX; n++) raced.by(() -> customerChanges("u1"));

    orders.deliver(message("u1", 1, 0), raced);

    assertThat(orders.handled("u1")).endsWith(99, 1);
    assertThat(orders.standing("u1").watermark()).isEqualTo(1);
  }

  @Test
  void aKeyThatIsParkedMeanwhile_isNotOvertaken() {
    orders.deliver("u1", 1);
    orders.fails(2);
    raced.by(() -> orders.deliver("u1", 2));

    orders.deliver(message("u1", 3, 1), raced);

    assertThat(orders.handled("u1")).containsExactly(1);
    assertThat(orders.standing("u1").parked()).isEqualTo(2);
  }

  @Test
  void row28_ofTwoDrainsAtOnce_eachMessageHasOneEffect() {
    parkedAndHealed();
    raced.by(() -> orders.control(ExchangeContracts.DRAIN, new Drain("users", "u1")));

    drainRaced();

    assertThat(orders.handled("u1")).containsExactly(1, 2);
    assertThat(orders.standing("u1").parked()).isZero();
  }

  @Test
  void row28_aDrainOvertakenAfterItCounted_goesOn() {
    parkedAndHealed();
    raced.by(() -> {});
    raced.by(() -> orders.control(ExchangeContracts.DESK_ORDER, retry()));

    drainRaced();

    assertThat(orders.handled("u1")).containsExactly(1, 2);
    assertThat(orders.standing("u1").parked()).isZero();
  }

  @Test
  void row35_aConflictInADrain_isNoAttempt() {
    parkedAndHealed();
    raced.by(() -> {});
    raced.by(() -> customerChanges("u1"));
    raced.by(() -> customerChanges("u1"));

    drainRaced();

    assertThat(orders.handled("u1")).containsExactly(99, 99, 1, 2);
    assertThat(orders.receipts())
        .filteredOn(receipt -> receipt.outcome() == HANDLED)
        .filteredOn(receipt -> receipt.messageId().equals("users~u1~1"))
        .extracting(Receipt::attempts)
        .containsExactly(2);
  }

  @Test
  void aMessageThatArrivesDuringADrain_isNotLost() {
    parkedAndHealed();
    raced.by(() -> {});
    raced.by(() -> orders.deliver("u1", 3));

    drainRaced();

    assertThat(orders.handled("u1")).containsExactly(1, 2, 3);
  }

  private void parkedAndHealed() {
    orders.fails(1);
    orders.deliver("u1", 1, 2);
    orders.heals(1);
    orders.pass(Limits.RETRY_FIRST);
    orders.receipts();
  }

  private void drainRaced() {
    orders.deliver(
        Control.of("drain", "orders", ExchangeContracts.DRAIN, new Drain("users", "u1")), raced);
  }

  private static DeskOrder retry() {
    return new DeskOrder("users", "u1", 1, DeskOrder.Order.RETRY, "again", "ada", null);
  }

  /** A request, say, changes the item that the message is about. */
  private void customerChanges(String id) {
    var row = orders.service.rows().at(CUSTOMER, id);
    List<Integer> handled =
        new ArrayList<>(row.value().map(Subscription.Customer::handled).orElse(List.of()));
    handled.add(99);
    Key key = Key.ofEntity(id);
    Putting put =
        Putting.at(key)
            .kind("customer")
            .doc("{\"handled\":" + handled + "}")
            .expecting(orders.table.read(key).map(item -> item.version()).orElse(0L));
    if (!put.to(orders.table)) throw new AssertionError("nobody was faster");
  }
}
