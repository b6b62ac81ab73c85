package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.exchange.Outcome.HANDLED;
import static waybill.contracts.exchange.Outcome.REFUSED;

import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.Receipt;
import waybill.kit.Limits;
import waybill.kit.testing.BooksBalance;

/** What the exchange is told, and how often. */
@BooksBalance
class ReceiptsTest {
  private final Subscription orders = new Subscription();

  @Test
  void aRefusal_isAFinalWordWithItsReason() {
    Subscription.refused(orders, "u1");

    assertThat(orders.receipts())
        .singleElement()
        .satisfies(
            receipt -> {
              assertThat(receipt.messageId()).isEqualTo("users~u1~1");
              assertThat(receipt.outcome()).isEqualTo(REFUSED);
              assertThat(receipt.reason()).isEqualTo("not-found: no such user");
              assertThat(receipt.kept()).isTrue();
            });
  }

  @Test
  void aRefusal_letsTheNextPass() {
    Subscription.refused(orders, "u1");
    orders.deliver("u1", 2);

    assertThat(orders.handled("u1")).containsExactly(2);
    assertThat(orders.standing("u1").watermark()).isEqualTo(2);
  }

  @Test
  void row64_aRefusalsReceipt_leavesWithItsCommit() {
    orders.out.refuse(parcel -> true);
    Subscription.refused(orders, "u1");
    orders.relay();
    orders.out.refuse(parcel -> false);

    orders.fireMinute();

    assertThat(orders.receipts()).extracting(Receipt::outcome).containsExactly(REFUSED);
  }

  @Test
  void row64_aRefusalsReceipt_staysUntilItIsNoted() {
    Subscription.refused(orders, "u1");
    orders.receipts();
    assertThat(orders.keptReceipts("u1")).containsExactly("users~u1~1");

    orders.noted("users~u1~1");

    assertThat(orders.keptReceipts("u1")).isEmpty();
  }

  @Test
  void row64_aCopyOfARefused_isNotCalledHandledWhileItsReceiptIsKept() {
    Subscription.refused(orders, "u1");
    orders.receipts();

    orders.deliver("u1", 1);

    assertThat(orders.receipts()).isEmpty();
    assertThat(orders.keptReceipts("u1")).containsExactly("users~u1~1");
  }

  @Test
  void keptReceipts_surviveWhatComesAfterThem() {
    Subscription.refused(orders, "u1");
    orders.deliver("u1", 2, 3);

    assertThat(orders.keptReceipts("u1")).containsExactly("users~u1~1");
  }

  @Test
  void row26_receiptsThatTheQueueRefused_areRepeatedOnTheCopy() {
    orders.out.refuse(parcel -> true);
    orders.deliver("u1", 1);
    orders.out.refuse(parcel -> false);
    assertThat(orders.receipts()).isEmpty();

    orders.deliver("u1", 1);

    assertThat(orders.receipts()).extracting(Receipt::outcome).containsExactly(HANDLED);
  }

  @Test
  void aQueueThatIsGone_doesNotUndoWhatWasHandled() {
    orders.out.breaks();

    orders.deliver("u1", 1);

    assertThat(orders.handled("u1")).containsExactly(1);
  }

  @Test
  void receiptsOfABatch_goOutTogether() {
    try (Subscriber.Batch batch = orders.open()) {
      for (int n = 1; n <= 10; n++) batch.take(Subscription.message("u" + n, 1, 0).toJson(), 1);
    }

    assertThat(orders.out.waiting()).hasSize(1);
    assertThat(orders.receipts()).hasSize(10);
  }

  @Test
  void aKeptReceiptAndAParkedMessage_bothGoOn() {
    Subscription.refused(orders, "u1");
    orders.out.refuse(parcel -> true);
    orders.relay();
    orders.fails(2);
    orders.deliver("u1", 2);
    orders.relay();
    orders.out.refuse(parcel -> false);
    orders.heals(2);

    orders.pass(Limits.RETRY_FIRST);
    orders.minute();

    assertThat(orders.handled("u1")).containsExactly(2);
    assertThat(orders.receipts()).extracting(Receipt::outcome).contains(REFUSED, HANDLED);
  }
}
