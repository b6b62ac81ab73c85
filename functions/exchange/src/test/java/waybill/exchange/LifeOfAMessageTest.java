package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.kit.testing.BooksBalance;

@BooksBalance
class LifeOfAMessageTest {
  private final Spine spine = new Spine();

  @Test
  void whatIsCommitted_isHandled() {
    var id = spine.commit("u1");

    spine.settle();

    assertThat(spine.heardOf("u1")).containsExactly(1L);
    assertThat(spine.stateOf(id)).isEqualTo(DeliveryState.HANDLED);
  }

  @Test
  void whatIsNotCommitted_isNotDelivered() {
    spine.settle();

    assertThat(spine.table.items()).isEmpty();
    assertThat(spine.orders.table.items()).isEmpty();
  }

  @Test
  void eachDelivery_saysAfterWhichItComes() {
    spine.commit("u1");
    spine.commitChange("u1");
    spine.relay();

    spine.route();

    assertThat(Spine.deliveriesIn(spine.orders.in)).containsExactly("1 after 0", "2 after 1");
  }

  @Test
  void row25_theOutbox_isClearedByTheReportAndNotBefore() {
    var id = spine.commit("u1");
    spine.relay();
    spine.route();
    assertThat(spine.users.unsent()).containsExactly(id.toString());

    spine.users.hear();

    assertThat(spine.users.unsent()).isEmpty();
  }

  @Test
  void theLedger_showsHowOftenItWasTried() {
    var id = spine.commit("u1");
    spine.journal.failAt(id.toString());
    spine.settle();
    assertThat(spine.delivery(id))
        .extracting(Delivery::state, Delivery::attempts, Delivery::reason)
        .containsExactly(DeliveryState.PARKED, 1, "IllegalStateException: poisoned");

    spine.journal.recover();
    spine.pass(Duration.ofMinutes(1));
    spine.settle();

    assertThat(spine.delivery(id))
        .extracting(Delivery::state, Delivery::attempts, Delivery::reason)
        .containsExactly(DeliveryState.HANDLED, 2, null);
  }

  @Test
  void aRefusal_isToldWithItsReasonAndConfirmed() {
    var id = spine.commit("u1");
    spine.journal.refuse(id.toString());

    spine.settle();

    assertThat(spine.delivery(id))
        .extracting(Delivery::state, Delivery::reason)
        .containsExactly(DeliveryState.REFUSED, "forbidden: not wanted here");
    assertThat(spine.orders.unsent()).isEmpty();
    assertThat(spine.heardOf("u1")).isEmpty();
  }

  @Test
  void row21_aParkedKey_holdsItsFollowersAndNobodyElse() {
    var first = spine.commit("u1");
    var second = spine.commitChange("u1");
    var other = spine.commit("u2");
    spine.journal.failAt(first.toString());

    spine.settle();

    assertThat(List.of(first, second, other))
        .extracting(spine::stateOf)
        .containsExactly(DeliveryState.PARKED, DeliveryState.PARKED, DeliveryState.HANDLED);
  }

  @Test
  void row21_whatWasParked_isHandledInOrder() {
    var first = spine.commit("u1");
    spine.commitChange("u1");
    spine.commitChange("u1");
    spine.journal.failAt(first.toString());
    spine.settle();

    spine.journal.recover();
    spine.pass(Duration.ofMinutes(1));
    spine.settle();

    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L, 3L);
  }

  @Test
  void row7_aRelayThatSendsTwice_hasOneEffect() {
    var id = spine.commit("u1");
    spine.relay();
    spine.users.sweep();
    assertThat(spine.users.out.waiting()).hasSize(2);

    spine.settle();

    assertThat(spine.heardOf("u1")).containsExactly(1L);
    assertThat(spine.delivery(id).attempts()).isEqualTo(1);
  }

  @Test
  void theLedger_keepsTheVeryTextThatWasSaid() {
    var id = spine.commit("u1");
    spine.relay();
    String said = spine.users.out.waiting().get(0).body();

    spine.settle();

    assertThat(spine.ledger().entry(id).required())
        .extracting(Entry::text, Entry::after)
        .containsExactly(said, Map.of("orders", 0L));
  }
}
