package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Gap;
import waybill.exchange.ledger.Delivery;
import waybill.kit.testing.BooksBalance;

@BooksBalance
class GapsTest {
  private final Spine spine = new Spine();

  /** The first is lost on its way, the second arrives. */
  private MessageId onlyTheSecondArrives() {
    spine.commit("u1");
    spine.relay();
    spine.route();
    spine.orders.in.purge();
    var second = spine.commitChange("u1");
    spine.relay();
    spine.route();
    spine.hear();
    return second;
  }

  @Test
  void row10_whatComesAfterAGap_isNotHandled() {
    var second = onlyTheSecondArrives();

    spine.report();

    assertThat(spine.heardOf("u1")).isEmpty();
    assertThat(spine.delivery(second))
        .extracting(Delivery::state, Delivery::reason)
        .containsExactly(DeliveryState.PARKED, "gap: 1 has not come");
  }

  @Test
  void row20_aGap_isAnsweredAlthoughTheQueueRemembersTheFirstCopy() {
    onlyTheSecondArrives();

    spine.report();

    assertThat(Spine.deliveriesIn(spine.orders.in)).containsExactly("1 after 0");
  }

  @Test
  void row20_aGapThatIsAskedForAgain_isAnsweredAgain() {
    onlyTheSecondArrives();
    spine.report();
    spine.orders.in.purge();

    spine.clock.pass(Duration.ofSeconds(31));
    spine.orders.minute();
    spine.hear();
    spine.report();

    assertThat(Spine.deliveriesIn(spine.orders.in)).containsExactly("1 after 0");
  }

  @Test
  void allThatIsMissing_comesForOneQuestionAndInOrder() {
    allButTheLastOf(7);

    spine.report();

    assertThat(Spine.deliveriesIn(spine.orders.in))
        .containsExactly(
            "1 after 0", "2 after 1", "3 after 2", "4 after 3", "5 after 4", "6 after 5");
  }

  @Test
  void ofVeryMuchThatIsMissing_onlySoMuchComesForOneQuestion() {
    allButTheLastOf(Gaps.AT_ONCE + 5);

    spine.report();
    assertThat(Spine.deliveriesIn(spine.orders.in))
        .hasSize(Gaps.AT_ONCE)
        .startsWith("5 after 4")
        .endsWith("24 after 23");

    for (int question = 0; question < 2; question++) {
      spine.hear();
      spine.report();
      spine.clock.pass(Duration.ofSeconds(31));
      spine.orders.minute();
      spine.hear();
      spine.report();
    }
    spine.settle();
    assertThat(spine.heardOf("u1")).hasSize(Gaps.AT_ONCE + 5).isSorted();
  }

  private void allButTheLastOf(int many) {
    spine.commit("u1");
    for (int n = 2; n < many; n++) spine.commitChange("u1");
    spine.relay();
    spine.route();
    spine.orders.in.purge();
    spine.commitChange("u1");
    spine.relay();
    spine.route();
    spine.hear();
  }

  @Test
  void aGapThatIsFilled_letsTheRestThrough() {
    onlyTheSecondArrives();

    spine.settle();

    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L);
  }

  @Test
  void whatIsNoLongerThere_isAnsweredExpired() {
    spine.settle();
    spine.tell("orders", ExchangeContracts.GAP, new Gap("users", "u1", 1, 0));

    assertThat(spine.orders.in.waiting())
        .singleElement()
        .extracting(parcel -> parcel.body())
        .asString()
        .contains(ExchangeContracts.EXPIRED.id().path(), "\"missing\":1");
  }

  @Test
  void whatIsNotForTheOneWhoAsks_isAnsweredExpired() {
    spine.commit("u1");
    spine.settle();

    spine.tell("users", ExchangeContracts.GAP, new Gap("users", "u1", 1, 0));

    assertThat(spine.users.in.waiting())
        .singleElement()
        .extracting(parcel -> parcel.body())
        .asString()
        .contains(ExchangeContracts.EXPIRED.id().path())
        .doesNotContain("Ada");
  }

  @Test
  void aKeyWhoseMissingMessageExpired_staysParkedWithThatReason() {
    var second = onlyTheSecondArrives();
    spine.users.in.purge();
    spine.forgetEntry(new MessageId("users", "u1", 1));

    spine.report();
    spine.hear();
    spine.report();

    assertThat(spine.delivery(second))
        .extracting(Delivery::state, Delivery::reason)
        .containsExactly(DeliveryState.PARKED, "expired: 1 is no longer in the ledger");
    assertThat(spine.heardOf("u1")).isEmpty();
  }
}
