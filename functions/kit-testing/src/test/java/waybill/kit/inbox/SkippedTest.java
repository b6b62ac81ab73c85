package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static waybill.contracts.exchange.Outcome.HANDLED;
import static waybill.contracts.exchange.Outcome.PARKED;
import static waybill.contracts.exchange.Outcome.SKIPPED;
import static waybill.kit.inbox.Subscription.message;

import org.junit.jupiter.api.Test;
import waybill.contracts.Message;
import waybill.contracts.exchange.Receipt;
import waybill.kit.Limits;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.RacedTable;

/** A delivery without its data: what a desk skipped at the exchange. */
@BooksBalance
class SkippedTest {
  private final Subscription orders = new Subscription();

  @Test
  void it_movesTheWatermarkAndRunsNothing() {
    orders.deliver("u1", 1);
    orders.deliver(skipped(2));
    orders.deliver("u1", 3);

    assertThat(orders.handled("u1")).containsExactly(1, 3);
    assertThat(orders.standing("u1").watermark()).isEqualTo(3);
    assertThat(orders.standing("u1").tally()).isEqualTo(new Tally(2, 0, 1));
  }

  @Test
  void row64_itsReceipt_isFinalAndLeavesWithTheCommit() {
    orders.out.refuse(parcel -> true);
    orders.deliver(skipped(1));
    orders.out.refuse(parcel -> false);

    assertThat(orders.keptReceipts("u1")).containsExactly("users~u1~1");
    assertThat(orders.receipts())
        .extracting(Receipt::outcome, Receipt::reason, Receipt::kept)
        .containsExactly(tuple(SKIPPED, "by ada", true));
  }

  @Test
  void itsPlace_isKept() {
    orders.deliver(skipped(2));
    assertThat(orders.standing("u1").watermark()).isZero();
    assertThat(orders.gaps()).hasSize(1);

    orders.deliver("u1", 1);

    assertThat(orders.handled("u1")).containsExactly(1);
    assertThat(orders.standing("u1").watermark()).isEqualTo(2);
    assertThat(orders.standing("u1").parked()).isZero();
  }

  @Test
  void itTakesThePlaceOfTheParkedHead_andTheKeyGoesOn() {
    orders.fails(1);
    orders.deliver("u1", 1, 2);

    orders.deliver(skipped(1));

    assertThat(orders.handled("u1")).containsExactly(2);
    assertThat(orders.standing("u1").parked()).isZero();
    assertThat(orders.keptReceipts("u1")).containsExactly("users~u1~1");
  }

  @Test
  void itTakesThePlaceOfAHeadThatHasGivenUp() {
    orders.fails(1);
    orders.deliver("u1", 1);
    for (int n = 1; n < Limits.ATTEMPTS_MAX; n++) {
      orders.pass(Limits.RETRY_LONGEST);
      orders.minute();
    }

    orders.deliver(skipped(1));

    assertThat(orders.standing("u1").watermark()).isEqualTo(1);
  }

  @Test
  void furtherBehind_itWaitsForItsTurn() {
    orders.fails(1);
    orders.deliver("u1", 1, 2, 3);
    orders.receipts();

    orders.deliver(skipped(2));
    assertThat(orders.receipts()).extracting(Receipt::outcome).containsExactly(PARKED);
    orders.heals(1);
    orders.pass(Limits.RETRY_FIRST);
    orders.minute();

    assertThat(orders.handled("u1")).containsExactly(1, 3);
    assertThat(orders.ran()).containsExactly(1L, 1L, 3L);
  }

  @Test
  void aCopyWithItsData_doesNotBringItBack() {
    orders.fails(1);
    orders.deliver("u1", 1, 2);
    orders.deliver(skipped(2));

    orders.deliver("u1", 2);
    orders.heals(1);
    orders.pass(Limits.RETRY_FIRST);
    orders.minute();

    assertThat(orders.handled("u1")).containsExactly(1);
  }

  @Test
  void whatIsDone_staysDone() {
    orders.deliver("u1", 1);
    orders.receipts();

    orders.deliver(skipped(1));

    assertThat(orders.receipts()).extracting(Receipt::outcome).containsExactly(HANDLED);
    assertThat(orders.standing("u1").tally()).isEqualTo(new Tally(1, 0, 0));
  }

  @Test
  void row28_aHeadThatIsTakenAwayMeanwhile_isNotReplaced() {
    orders.fails(1);
    orders.deliver("u1", 1);
    orders.heals(1);
    orders.pass(Limits.RETRY_FIRST);
    RacedTable raced = new RacedTable(orders.table).by(orders::minute);

    orders.deliver(skipped(1), raced);

    assertThat(orders.handled("u1")).containsExactly(1);
    assertThat(orders.standing("u1").tally()).isEqualTo(new Tally(1, 0, 0));
  }

  @Test
  void inTheDeadLetters_itIsTakenAllTheSame() {
    orders.dies(skipped(1).toJson());

    assertThat(orders.standing("u1").watermark()).isEqualTo(1);
    assertThat(orders.standing("u1").parked()).isZero();
  }

  private static Message skipped(long sequence) {
    return message("u1", sequence, sequence - 1).withoutData("by ada");
  }
}
