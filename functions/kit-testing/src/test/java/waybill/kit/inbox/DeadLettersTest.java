package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.contracts.exchange.Outcome.HANDLED;
import static waybill.contracts.exchange.Outcome.PARKED;
import static waybill.kit.inbox.Subscription.message;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import waybill.contracts.Control;
import waybill.contracts.Message;
import waybill.contracts.exchange.Drain;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Receipt;
import waybill.kit.Limits;
import waybill.kit.commit.Item;
import waybill.kit.commit.Unavailable;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.RacedTable;

/** What the queue gave up becomes a parked key, and says why as far as anybody can know. */
@BooksBalance
class DeadLettersTest {
  private final Subscription orders = new Subscription();

  @Test
  void row29_whatWasNeverAttempted_isParkedAndTriedAtOnce() {
    orders.dies("u1", 1);

    assertThat(reasonOf("u1")).startsWith("never attempted");
    assertThat(orders.parked("u1")).map(Held::attempts).hasValue(0);
    assertThat(orders.ran()).isEmpty();
    assertThat(orders.receipts()).extracting(Receipt::outcome).containsExactly(PARKED);

    orders.takeOwn();

    assertThat(orders.handled("u1")).containsExactly(1);
    assertThat(orders.standing("u1").parked()).isZero();
  }

  @Test
  void row29_whatWasNeverAttempted_isTriedByTheMinuteWhereNobodyCouldBeWoken() {
    orders.in.refuse(parcel -> true);
    orders.dies("u1", 1);
    orders.in.refuse(parcel -> false);

    orders.minute();

    assertThat(orders.handled("u1")).containsExactly(1);
  }

  @Test
  void row27_whatEndedItsProcess_isParkedAsCrashedWithItsRuns() {
    crashesAt(1);
    for (int run = 0; run < 4; run++) diesRunning(message("u1", 1, 0));

    orders.dies("u1", 1);

    assertThat(reasonOf("u1")).startsWith("crashed").contains("4");
    assertThat(orders.parked("u1")).map(Held::attempts).hasValue(4);
    assertThat(orders.due("u1"))
        .hasValue(orders.clock.instant().plus(Limits.RETRY_FIRST.multipliedBy(8)));
    orders.heals(1);
    orders.minute();
    assertThat(orders.handled("u1")).isEmpty();
    orders.pass(Limits.RETRY_LONGEST);
    orders.minute();
    assertThat(orders.handled("u1")).containsExactly(1);
  }

  @Test
  void row27_aRunThatReachesItsDeadline_saysSoBefore() {
    orders.when(
        1,
        delivery -> {
          orders.nearsItsDeadline();
          throw new OutOfMemoryError("stands for the end of the process");
        });
    diesRunning(message("u1", 1, 0));

    orders.dies("u1", 1);

    assertThat(reasonOf("u1")).startsWith("timed out");
  }

  @Test
  void aRunThatEndsInTime_isNotWatchedAnyLonger() {
    orders.deliverAgain(message("u1", 1, 0));
    orders.nearsItsDeadline();

    assertThat(orders.handled("u1")).containsExactly(1);
    assertThat(markOf(1).reason()).doesNotStartWith("timed out");
  }

  /** Such as a table that is throttled for an hour: no handler is to blame. */
  @Test
  void aRunThatEndedWithAnError_saysWithWhich() {
    RacedTable raced = new RacedTable(orders.table);
    raced.by(() -> {});
    raced.by(
        () -> {
          throw new Unavailable("the table", new IllegalStateException());
        });
    assertThatThrownBy(() -> orders.deliverAgain(message("u1", 1, 0), raced))
        .isInstanceOf(Unavailable.class);

    orders.dies("u1", 1);

    assertThat(reasonOf("u1")).startsWith("failed").contains("Unavailable");
  }

  @Test
  void aMessageThatComesForTheFirstTime_costsNoMark() {
    orders.deliver("u1", 1);

    assertThat(orders.table.items()).extracting(Item::kind).containsOnly("inbox", "customer");
  }

  @Test
  void row33_aMark_expires() {
    orders.deliverAgain(message("u1", 1, 0));

    assertThat(orders.table.items())
        .filteredOn(item -> item.kind().equals("run"))
        .singleElement()
        .satisfies(
            item ->
                assertThat(item.expires())
                    .isEqualTo(orders.clock.instant().plus(Limits.MARK_KEPT)));
  }

  @Test
  void row26_whatIsDoneAlready_isOnlyAnswered() {
    orders.deliver("u1", 1);
    orders.receipts();

    orders.dies("u1", 1);

    assertThat(orders.receipts()).extracting(Receipt::outcome).containsExactly(HANDLED);
    assertThat(orders.ran()).containsExactly(1L);
    assertThat(orders.standing("u1").parked()).isZero();
  }

  @Test
  void row24_whatIsParkedAlready_isNotParkedTwice() {
    orders.fails(1);
    orders.deliver("u1", 1);
    orders.receipts();

    orders.dies("u1", 1);

    assertThat(orders.standing("u1").parked()).isEqualTo(1);
    assertThat(reasonOf("u1")).startsWith("IllegalStateException");
    assertThat(orders.receipts()).extracting(Receipt::outcome).containsExactly(PARKED);
  }

  @Test
  void row24_inWhateverOrderTheyDie_theyAreTriedInTheirs() {
    orders.dies("u1", 3);
    orders.dies("u1", 2);
    orders.deliver("u1", 4);
    orders.dies("u1", 1);

    assertThat(orders.ran()).isEmpty();
    orders.takeOwn();
    orders.takeOwn();

    assertThat(orders.handled("u1")).containsExactly(1, 2, 3, 4);
  }

  /** Its followers wait by the gap: it is not overtaken, and it is not run where it would kill. */
  @Test
  void row21_whatOthersWaitFor_keepsItsReasonAndItsBackoff() {
    crashesAt(1);
    diesRunning(message("u1", 1, 0));
    orders.deliver("u1", 2);

    orders.dies("u1", 1);

    assertThat(reasonOf("u1")).startsWith("crashed");
    assertThat(orders.due("u1")).hasValue(orders.clock.instant().plus(Limits.RETRY_FIRST));
    orders.heals(1);
    orders.pass(Limits.RETRY_FIRST);
    orders.minute();
    assertThat(orders.handled("u1")).containsExactly(1, 2);
  }

  @Test
  void aControlMessage_isCarriedOutAsEver() {
    orders.fails(1);
    orders.deliver("u1", 1);
    orders.heals(1);
    orders.pass(Limits.RETRY_FIRST);

    orders.dies(
        Control.of("c", "orders", ExchangeContracts.DRAIN, new Drain("users", "u1")).toJson());

    assertThat(orders.handled("u1")).containsExactly(1);
  }

  @Test
  void row34_whatNobodyCanRead_isKeptWithItsDigest() {
    orders.dies("no JSON");
    orders.dies("no JSON");
    orders.dies(new Control("c", "exchange", ExchangeContracts.HEALTH.id(), noOrder()).toJson());

    assertThat(orders.table.items())
        .allMatch(item -> item.kind().equals("unreadable"))
        .hasSize(2)
        .anyMatch(item -> item.doc().contains("\"text\":\"no JSON\""));
  }

  @Test
  void row34_aLargeBodyThatNobodyCanRead_isKeptInPart() {
    orders.dies("\u0000".repeat(1_000_000));

    assertThat(orders.table.items()).hasSize(1);
    assertThat(orders.table.items().get(0).doc()).contains("1000000");
  }

  private static JsonNode noOrder() {
    return message("u1", 1, 0).data();
  }

  private void crashesAt(long sequence) {
    orders.when(
        sequence,
        delivery -> {
          throw new OutOfMemoryError("crash");
        });
  }

  private void diesRunning(Message message) {
    assertThatThrownBy(() -> orders.deliverAgain(message)).isInstanceOf(OutOfMemoryError.class);
  }

  private Mark markOf(long sequence) {
    return Mark.read(orders.table, message("u1", sequence, 0).id());
  }

  private String reasonOf(String key) {
    return orders.parked(key).map(Held::reason).orElse("not parked");
  }
}
