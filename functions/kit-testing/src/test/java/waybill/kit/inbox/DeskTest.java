package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static waybill.contracts.exchange.DeskOrder.Order.EDIT;
import static waybill.contracts.exchange.DeskOrder.Order.RETRY;
import static waybill.contracts.exchange.DeskOrder.Order.SKIP;
import static waybill.contracts.exchange.Outcome.HANDLED;
import static waybill.contracts.exchange.Outcome.PARKED;
import static waybill.contracts.exchange.Outcome.RELEASED;
import static waybill.contracts.exchange.Outcome.SKIPPED;
import static waybill.kit.inbox.Subscription.message;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.exchange.DeskOrder;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Receipt;
import waybill.kit.Limits;
import waybill.kit.testing.BooksBalance;

/** What an operator decides about the head of a parked key. */
@BooksBalance
class DeskTest {
  private static final JsonNode BROKEN = Json.object().put("user_id", "u1").put("email", "none");
  private static final JsonNode MENDED =
      Json.parse(
          """
          {"user_id":"u1","email":"a@example.org","name":"A",
           "registered_at":"2026-01-01T00:00:00.000Z"}""");

  private final Subscription orders = new Subscription();

  @Test
  void aRetry_runsTheHeadAndWhatWaitsBehindIt() {
    parked();
    orders.heals(1);

    desk(RETRY, 1, null);

    assertThat(orders.handled("u1")).containsExactly(1, 2);
    assertThat(orders.receipts())
        .extracting(Receipt::outcome)
        .containsExactly(RELEASED, HANDLED, HANDLED);
  }

  /** Its receipt was lost: whoever sits at the desk takes it for parked. */
  @Test
  void row40_anOrderAboutWhatIsDone_isAnsweredByItsReceipt() {
    orders.deliver("u1", 1);
    orders.receipts();

    desk(SKIP, 1, null);

    assertThat(orders.handled("u1")).containsExactly(1);
    assertThat(orders.receipts()).extracting(Receipt::outcome).containsExactly(HANDLED);
  }

  @Test
  void aRetry_helpsAlsoWhereTheKeyHasGivenUp() {
    orders.fails(1);
    orders.deliver("u1", 1);
    for (int n = 1; n < Limits.ATTEMPTS_MAX; n++) {
      orders.pass(Limits.RETRY_LONGEST);
      orders.minute();
    }
    orders.heals(1);

    desk(RETRY, 1, null);

    assertThat(orders.handled("u1")).containsExactly(1);
  }

  @Test
  void aSkip_passesTheHeadForGood() {
    parked();

    desk(SKIP, 1, null);
    orders.heals(1);
    orders.deliver("u1", 1);

    assertThat(orders.handled("u1")).containsExactly(2);
    assertThat(orders.parked("u1")).isEmpty();
    assertThat(orders.standing("u1").watermark()).isEqualTo(2);
  }

  @Test
  void row64_aSkipsReceipt_namesWhoAndWhyAndIsKept() {
    parked();

    desk(SKIP, 1, null);

    assertThat(orders.keptReceipts("u1")).containsExactly("users~u1~1");
    assertThat(orders.receipts())
        .filteredOn(receipt -> receipt.outcome() == SKIPPED)
        .extracting(Receipt::reason)
        .containsExactly("skipped by ada: she said so");
  }

  /** The receipts that were heard are checked against their contract. */
  @Test
  void aLongReason_doesNotBreakTheReceipt() {
    parked();

    orders.control(
        ExchangeContracts.DESK_ORDER,
        new DeskOrder("users", "u1", 1, SKIP, "x".repeat(500), "ada", null));

    assertThat(orders.receipts()).extracting(Receipt::outcome).contains(SKIPPED);
  }

  @Test
  void aSkip_mayNotHideAGap() {
    orders.deliver(message("u1", 2, 1));

    desk(SKIP, 2, null);

    assertThat(orders.standing("u1").watermark()).isZero();
    assertThat(orders.parked("u1")).isPresent();
    orders.deliver("u1", 1);
    assertThat(orders.handled("u1")).containsExactly(1, 2);
  }

  @Test
  void anEdit_mendsTheHeadAndRunsIt() {
    orders.deliver(message("u1", 1, 0, BROKEN));

    desk(EDIT, 1, MENDED);

    assertThat(orders.handled("u1")).containsExactly(1);
  }

  @Test
  void anEdit_tellsWhoAndBothDigests_andSoDoesItsEnd() {
    Message broken = message("u1", 1, 0, BROKEN);
    orders.deliver(broken);
    orders.receipts();

    desk(EDIT, 1, MENDED);

    String digests = "was " + broken.digest() + ", is " + broken.withData(MENDED).digest();
    assertThat(orders.receipts())
        .extracting(Receipt::outcome, Receipt::reason)
        .containsExactly(
            tuple(RELEASED, "edited by ada (" + digests + "): she said so"),
            tuple(HANDLED, "edited: " + digests));
  }

  @Test
  void anEditOfAnEdit_keepsTheDigestOfWhatWasSaid() {
    Message broken = message("u1", 1, 0, BROKEN);
    orders.deliver(broken);
    orders.fails(1);

    desk(EDIT, 1, MENDED);
    desk(EDIT, 1, MENDED);

    assertThat(orders.parked("u1"))
        .hasValueSatisfying(
            held -> {
              assertThat(held.editedFrom()).isEqualTo(broken.digest());
              assertThat(held.message().data()).isEqualTo(MENDED);
            });
  }

  @Test
  void anEditThatBreaksTheContract_isRefusedAndChangesNothing() {
    orders.deliver(message("u1", 1, 0, BROKEN));
    orders.receipts();
    var before = orders.table.items();

    desk(EDIT, 1, Json.object().put("user_id", "u1").put("email", "neither"));

    assertThat(orders.table.items()).isEqualTo(before);
    assertThat(orders.receipts())
        .singleElement()
        .satisfies(
            receipt -> {
              assertThat(receipt.outcome()).isEqualTo(PARKED);
              assertThat(receipt.reason())
                  .startsWith("not edited by ada: contract-violation")
                  .contains("/email")
                  .doesNotContain("neither");
            });
  }

  @Test
  void anEditOfAnotherThanTheHead_comesTooLate() {
    parked();
    var before = orders.table.items();

    desk(EDIT, 2, MENDED);

    assertThat(orders.table.items()).isEqualTo(before);
    assertThat(orders.receipts()).isEmpty();
  }

  @Test
  void aRetry_tellsWhoAndWhy() {
    parked();

    desk(RETRY, 1, null);

    assertThat(orders.receipts())
        .filteredOn(receipt -> receipt.outcome() == RELEASED)
        .extracting(Receipt::reason)
        .containsExactly("retried by ada: she said so");
  }

  @Test
  void anOrderAboutAnotherThanTheHead_comesTooLate() {
    parked();

    desk(SKIP, 2, null);
    desk(RETRY, 7, null);

    assertThat(orders.standing("u1").parked()).isEqualTo(2);
    assertThat(orders.ran()).containsExactly(1L);
  }

  @Test
  void anOrderThatComesTwice_isCarriedOutOnce() {
    parked();

    desk(SKIP, 1, null);
    desk(SKIP, 1, null);

    assertThat(orders.keptReceipts("u1")).containsExactly("users~u1~1");
    assertThat(orders.handled("u1")).containsExactly(2);
  }

  private void parked() {
    orders.fails(1);
    orders.deliver("u1", 1, 2);
    orders.receipts();
  }

  private void desk(DeskOrder.Order order, long sequence, @Nullable JsonNode data) {
    orders.control(
        ExchangeContracts.DESK_ORDER,
        new DeskOrder("users", "u1", sequence, order, "she said so", "ada", data));
  }
}
