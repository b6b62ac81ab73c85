package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.contracts.exchange.Outcome.HANDLED;
import static waybill.contracts.exchange.Outcome.PARKED;
import static waybill.kit.inbox.Subscription.message;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.exchange.Receipt;
import waybill.contracts.users.UserRegistered;
import waybill.kit.Limits;
import waybill.kit.testing.BooksBalance;

/** A message as it comes from the queue, to a key where nothing waits. */
@BooksBalance
class ReceptionTest {
  private final Subscription orders = new Subscription();

  @Test
  void messages_areHandledInOrder() {
    orders.deliver("u1", 1, 2, 3);

    assertThat(orders.handled("u1")).containsExactly(1, 2, 3);
    assertThat(orders.standing("u1").watermark()).isEqualTo(3);
  }

  @Test
  void aHandledMessage_isReported() {
    orders.deliver("u1", 1);

    assertThat(orders.receipts())
        .singleElement()
        .isEqualTo(new Receipt("users~u1~1", HANDLED, 1, orders.clock.instant(), null, false));
  }

  @Test
  void sequencesThatWereNotMeantForUs_areNoGap() {
    orders.deliver(message("u1", 3, 0));
    orders.deliver(message("u1", 9, 3));

    assertThat(orders.handled("u1")).containsExactly(3, 9);
  }

  @Test
  void row18_aDuplicate_isAnsweredWithoutASecondEffect() {
    orders.deliver("u1", 1);
    orders.receipts();
    orders.deliver("u1", 1);

    assertThat(orders.handled("u1")).containsExactly(1);
    assertThat(orders.ran()).containsExactly(1L);
    assertThat(orders.receipts()).extracting(Receipt::outcome).containsExactly(HANDLED);
  }

  @Test
  void row19_row32_aDuplicateHoweverLate_isStillKnown() {
    orders.deliver("u1", 1, 2, 3);
    orders.pass(Duration.ofDays(4_000));

    orders.deliver("u1", 1);

    assertThat(orders.handled("u1")).containsExactly(1, 2, 3);
  }

  @Test
  void row26_crashAfterCommit_isAnsweredFromTheWatermark() {
    orders.out.refuse(parcel -> true);
    orders.deliver("u1", 1);
    orders.out.refuse(parcel -> false);

    orders.deliver("u1", 1);

    assertThat(orders.handled("u1")).containsExactly(1);
    assertThat(orders.receipts()).extracting(Receipt::outcome).containsExactly(HANDLED);
  }

  @Test
  void row27_aCrashInTheHandler_leavesNoEffect() {
    orders.when(
        1,
        delivery -> {
          throw new OutOfMemoryError("crash");
        });
    assertThatThrownBy(() -> orders.deliver("u1", 1)).isInstanceOf(OutOfMemoryError.class);
    assertThat(orders.standing("u1").watermark()).isZero();
    orders.heals(1);

    orders.deliver("u1", 1);

    assertThat(orders.handled("u1")).containsExactly(1);
  }

  /** It ends the handler's doing and nobody else's: a batch need not die of it. */
  @Test
  void row27_aStackOverflow_parksTheKeyAtOnceWithItsReason() {
    orders.when(1, this::endless);

    orders.deliver("u1", 1);

    assertThat(orders.parked("u1"))
        .map(Held::reason)
        .hasValueSatisfying(reason -> assertThat(reason).startsWith("StackOverflowError"));
    assertThat(orders.standing("u1").watermark()).isZero();
  }

  @SuppressWarnings("InfiniteRecursion")
  private Reaction endless(Delivery<UserRegistered> delivery) {
    return endless(delivery);
  }

  @Test
  void row27_aClassThatIsMissing_parksTheKeyAtOnceWithItsReason() {
    orders.when(
        1,
        delivery -> {
          throw new NoClassDefFoundError("waybill/Gone");
        });

    orders.deliver("u1", 1);

    assertThat(orders.parked("u1"))
        .map(Held::reason)
        .hasValue("NoClassDefFoundError: waybill/Gone");
  }

  /** Nothing in the inbox asks a clock what came first. */
  @Test
  void row37_clocksThatDisagree_changeNeitherOrderNorOnce() {
    orders.deliver("u1", 1);
    orders.pass(Duration.ofMinutes(-10));
    orders.deliver("u1", 1, 2);
    orders.pass(Duration.ofMinutes(5));
    orders.deliver("u1", 2, 3, 1);

    assertThat(orders.handled("u1")).containsExactly(1, 2, 3);
    assertThat(orders.standing("u1").tally()).isEqualTo(new Tally(3, 0, 0));
  }

  @Test
  void aFailure_parksTheKeyAtOnceWithItsReason() {
    orders.fails(1);

    orders.deliver("u1", 1);

    assertThat(orders.parked("u1")).map(Held::reason).hasValue("IllegalStateException: cannot");
    assertThat(orders.receipts()).extracting(Receipt::outcome).containsExactly(PARKED);
    assertThat(orders.standing("u1").watermark()).isZero();
  }

  @Test
  void row21_otherKeys_moveOn() {
    orders.fails(1);

    orders.deliver("u1", 1);
    orders.heals(1);
    orders.deliver("u2", 1);

    assertThat(orders.handled("u2")).containsExactly(1);
  }

  @Test
  void row34_aDocumentOutsideItsContract_isParkedWithoutARetryOfItsOwn() {
    Message broken = message("u1", 1, 0, Json.object().put("user_id", "u1").put("email", "none"));

    orders.deliver(broken);

    assertThat(orders.ran()).isEmpty();
    assertThat(orders.due("u1")).isEmpty();
    assertThat(orders.parked("u1"))
        .map(Held::reason)
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .startsWith("contract-violation")
                    .contains("/email")
                    .doesNotContain("none"));
  }

  @Test
  void row60_aMessageWithoutAHandler_waitsForItsCode() {
    orders.listensToNothing();
    orders.deliver("u1", 1);
    assertThat(orders.parked("u1"))
        .map(Held::reason)
        .hasValueSatisfying(r -> assertThat(r).startsWith("no-handler"));

    orders.listensAgain();
    orders.pass(Limits.RETRY_FIRST);
    orders.minute();

    assertThat(orders.handled("u1")).containsExactly(1);
  }

  @Test
  void aMessageThatChangesNothing_isDoneAllTheSame() {
    orders.when(1, delivery -> Reaction.nothing());

    orders.deliver("u1", 1, 2);

    assertThat(orders.handled("u1")).containsExactly(2);
    assertThat(orders.receipts()).extracting(Receipt::outcome).containsExactly(HANDLED, HANDLED);
  }

  @Test
  void aDeliveryWithoutAfter_isNoneOfOurs() {
    Message said = message("u1", 1, 0);
    Message unstamped =
        new Message(said.id(), said.contract(), said.time(), "c", null, 0, null, null, said.data());

    assertThatThrownBy(() -> orders.deliver(unstamped))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(orders.handled("u1")).isEmpty();
  }

  /** Such a handler would fail the same way in the queue, and hold its whole group back. */
  @Test
  void aCommitThatCannotBeWritten_parksTheKeyToo() {
    orders.when(
        1,
        delivery -> {
          var row = orders.service.rows().at(Subscription.CUSTOMER, delivery.key());
          var customer = new Subscription.Customer(List.of(1));
          return Reaction.commit(row.put(customer), row.put(customer));
        });

    orders.deliver("u1", 1);

    assertThat(orders.parked("u1"))
        .map(Held::reason)
        .hasValueSatisfying(r -> assertThat(r).contains("twice"));
    assertThat(orders.handled("u1")).isEmpty();
  }
}
