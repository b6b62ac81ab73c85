package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.ledger.Delivery;
import waybill.kit.commit.Cell;

/** What the exchange could not make for a member, while the member waits for it. */
class DeskHeldTest {
  private final Spine spine = new Spine();
  private final AtDesk desk = new AtDesk(spine, "orders");
  private MessageId first = new MessageId("users", "u1", 1);
  private MessageId second = first;

  /** The first is held, the second has come and misses it. */
  @BeforeEach
  void theFirstCouldNotBeMade() {
    first = spine.commit("u1");
    spine.relay();
    spine.route();
    spine.orders.in.purge();
    holds(first);
    second = spine.commitChange("u1");
    spine.settle();
  }

  private void holds(MessageId id) {
    Cell<Delivery> at = spine.ledger().delivery(id, "orders");
    var now = spine.clock.instant();
    Delivery held = at.required().unmade("untranslatable: in a test", now);
    assertThat(spine.ledger().write(at, held, now.plus(Duration.ofDays(1)), null)).isTrue();
  }

  @Test
  void ofWhatIsParkedAtBothEnds_theFirstIsShown_andWhoHasIt() {
    assertThat(spine.delivery(second).state()).isEqualTo(DeliveryState.PARKED);

    assertThat(desk.parkedIds()).containsExactly(first.toString());
    assertThat(desk.parked().get(0).path("held_by").asText()).isEqualTo("exchange");
    assertThat(desk.ask("retry", second).refusal()).isEqualTo("409 not-the-first");
  }

  @Test
  void aRetry_sendsIt_andTheMemberGoesOn() {
    desk.order("retry", first);
    spine.settle();

    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L);
    assertThat(desk.parked()).isEmpty();
  }

  @Test
  void aSkip_goesOutWithoutData_andIsFinalWhenTheMemberSaysSo() {
    desk.order("skip", first);
    assertThat(spine.stateOf(first)).isEqualTo(DeliveryState.IN_FLIGHT);
    spine.settle();

    assertThat(spine.stateOf(first)).isEqualTo(DeliveryState.SKIPPED);
    assertThat(spine.delivery(first).reason()).startsWith("skipped by olga: ");
    assertThat(spine.heardOf("u1")).containsExactly(2L);
  }

  @Test
  void aSkipThatGetsLost_isSentAgain() {
    desk.order("skip", first);
    spine.orders.in.purge();

    spine.pass(Duration.ofHours(1));
    spine.settle();

    assertThat(spine.stateOf(first)).isEqualTo(DeliveryState.SKIPPED);
    assertThat(spine.heardOf("u1")).containsExactly(2L);
  }

  @Test
  void anEdit_isSentInItsPlace() {
    desk.edit(
        first,
        Json.parse(
            """
            {"user_id":"u1","email":"a@example.com","name":"Grace",
             "registered_at":"2026-01-01T00:00:00.000Z"}"""));
    assertThat(spine.orders.in.waiting().toString()).contains("Grace");
    spine.settle();

    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L);
  }

  /** It was sent once, is parked there, and can't be made any more. */
  @Test
  void whatTheMemberHasToo_isDecidedAboutThere() {
    MessageId both = spine.commit("u2");
    spine.journal.failAt(both.toString());
    spine.settle();
    holds(both);
    spine.journal.recover();

    desk.edit(
        both,
        Json.parse(
            """
            {"user_id":"u2","email":"a@example.com","name":"Grace",
             "registered_at":"2026-01-01T00:00:00.000Z"}"""));
    spine.settle();

    assertThat(spine.heardOf("u2")).containsExactly(1L);
    assertThat(spine.delivery(both).reason()).startsWith("edited: was ");
  }

  @Test
  void whatIsNoLongerInTheLedger_canOnlyBeSkipped_andItsKeyGoesOn() {
    spine.forgetEntry(first);
    spine.pass(Duration.ofMinutes(2));
    spine.settle();

    assertThat(desk.ask("retry", first).refusal()).isEqualTo("409 message-gone");
    desk.order("skip", first);
    spine.settle();

    assertThat(spine.stateOf(first)).isEqualTo(DeliveryState.SKIPPED);
    assertThat(spine.heardOf("u1")).containsExactly(2L);
  }
}
