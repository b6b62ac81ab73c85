package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.webhook.Reply;
import waybill.kit.testing.BooksBalance;

/** Webhooks are called key by key, and one endpoint's trouble is its own. */
@BooksBalance
class CallingTest {
  private static final Reply LATER = Joins.reply(Reply.Outcome.LATER);
  private static final Reply GONE = Joins.reply(Reply.Outcome.GONE);
  private static final Reply HANDLED = Joins.reply(Reply.Outcome.HANDLED);

  private final Joins joins = new Joins();

  @Test
  void twoHundred_isHandled_eachKeyInOrder() {
    joins.joins("webhook");
    joins.says("p1", "p2", "p1", "p1");
    joins.call();

    assertThat(joins.lettersIds()).containsExactly("p1~1", "p1~2", "p1~3", "p2~1");
    assertThat(joins.books("depot")).containsOnly(Map.entry(DeliveryState.HANDLED, 4L));
    assertThat(joins.letters.get(0).body()).contains("\"after\":0", "\"parcel\":\"p1\"");
  }

  @Test
  void whatFails_holdsItsKey_andNoOther() {
    joins.joins("webhook");
    joins.endpoint = letter -> letter.id().endsWith("p1~1") ? LATER : HANDLED;
    joins.says("p1", "p1", "p2");
    joins.call();

    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.PARKED);
    assertThat(joins.state("p1~2")).isEqualTo(DeliveryState.IN_FLIGHT);
    assertThat(joins.state("p2~1")).isEqualTo(DeliveryState.HANDLED);

    joins.endpoint = letter -> HANDLED;
    joins.minuteAfter(Duration.ofMinutes(1));
    joins.call();
    assertThat(joins.books("depot")).containsOnly(Map.entry(DeliveryState.HANDLED, 3L));
  }

  @Test
  void row66_whatAlwaysFails_holdsItsKeyNoLongerThanItsTime() {
    joins.joins("webhook");
    joins.endpoint = letter -> letter.id().endsWith("p1~1") ? LATER : HANDLED;
    joins.saysFor(Duration.ofMinutes(5), "p1");
    joins.says("p1");
    for (int minute = 0; minute < 6; minute++) {
      joins.call();
      joins.minuteAfter(Duration.ofMinutes(1));
    }
    joins.call();

    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.REFUSED);
    assertThat(joins.state("p1~2")).isEqualTo(DeliveryState.HANDLED);
  }

  @Test
  void row50_aCrashAfterTheCall_callsAgainUnderTheSameId() {
    joins.joins("webhook");
    joins.endpoint =
        letter -> {
          joins.spine.fuse.endAfter(0);
          return HANDLED;
        };
    joins.says("p1");
    try {
      joins.call();
    } catch (Killed e) {
      // That was the plan.
    }
    joins.spine.fuse.mend();
    joins.endpoint = letter -> HANDLED;
    joins.spine.calls.clear();
    joins.minuteAfter(Duration.ofMinutes(1));
    joins.call();

    assertThat(joins.lettersIds()).containsExactly("p1~1", "p1~1");
    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.HANDLED);
  }

  @Test
  void row51_anEndpointThatRests_isNotCalled_andNoOtherWaitsForIt() {
    joins.joins("webhook");
    var other = Joins.wants("webhook");
    other.withObject("/delivery").put("url", "https://other.example/hook");
    joins.as(Joins.DEPOT).put("/subscriptions/other", waybill.contracts.Json.write(other));
    joins.endpoint = letter -> letter.to().toString().equals(Joins.HOOK) ? LATER : HANDLED;
    for (int at = 0; at < 20; at++) joins.says("k" + at);
    joins.call();

    assertThat(joins.letters.stream().filter(l -> l.to().toString().equals(Joins.HOOK))).hasSize(5);
    assertThat(joins.books("other")).containsOnly(Map.entry(DeliveryState.HANDLED, 20L));

    joins.endpoint = letter -> HANDLED;
    for (int minute = 0; minute < 15; minute++) {
      joins.minuteAfter(Duration.ofMinutes(1));
      joins.call();
    }
    assertThat(joins.books("depot")).containsOnly(Map.entry(DeliveryState.HANDLED, 20L));
  }

  @Test
  void row51_retryAfter_isHonoured() {
    joins.joins("webhook");
    joins.endpoint = letter -> new Reply(Reply.Outcome.LATER, "429", Duration.ofMinutes(30), false);
    joins.says("p1", "p2");
    joins.call();
    joins.endpoint = letter -> HANDLED;
    for (int minute = 0; minute < 29; minute++) {
      joins.minuteAfter(Duration.ofMinutes(1));
      joins.call();
    }
    assertThat(joins.letters).hasSize(1);
    for (int minute = 0; minute < 10; minute++) {
      joins.minuteAfter(Duration.ofMinutes(1));
      joins.call();
    }
    assertThat(joins.books("depot")).containsOnly(Map.entry(DeliveryState.HANDLED, 2L));
  }

  @Test
  void gone_disables_andPuttingItAgainEnables_withItsBacklog() {
    joins.joins("webhook");
    joins.endpoint = letter -> GONE;
    joins.says("p1", "p2");
    joins.call();
    joins.says("p1");
    joins.call();

    assertThat(joins.letters).hasSize(1);
    assertThat(joins.stateShown()).isEqualTo("disabled");
    joins.minuteAfter(Duration.ofHours(2));
    joins.call();
    assertThat(joins.letters).hasSize(1);

    joins.endpoint = letter -> HANDLED;
    joins.joins("webhook");
    assertThat(joins.stateShown()).isEqualTo("active");
    joins.minuteAfter(Duration.ofMinutes(16));
    joins.call();
    assertThat(joins.books("depot")).containsOnly(Map.entry(DeliveryState.HANDLED, 3L));
  }

  @Test
  void aNewSecret_countsBesideTheOldForADay() {
    joins.joins("webhook");
    var rotating = Joins.wants("webhook");
    rotating.withObject("/delivery").put("rotate", true);
    joins.joins(rotating);
    joins.says("p1");
    joins.call();
    joins.spine.clock.pass(Duration.ofHours(25));
    joins.says("p1");
    joins.call();

    assertThat(joins.letters.get(0).secrets()).hasSize(2);
    assertThat(joins.letters.get(1).secrets())
        .containsExactly(joins.letters.get(0).secrets().get(0));
  }

  @Test
  void row63_whatWasNotCalled_theMinuteFinds_andCallsThatWaitDoNotBecomeMore() {
    joins.joins("webhook");
    joins.says("p1");
    joins.spine.calls.clear();

    joins.minuteAfter(Duration.ofMinutes(1));
    assertThat(joins.spine.calls).hasSize(1);
    joins.spine.calls.clear();
    joins.minuteAfter(Duration.ofMinutes(1));
    assertThat(joins.spine.calls).isEmpty();
    joins.minuteAfter(Duration.ofMinutes(5));
    assertThat(joins.spine.calls).hasSize(1);
  }

  @Test
  void afterTheLastAttempt_onlyTheDesk() {
    joins.joins("webhook");
    joins.endpoint = letter -> letter.id().endsWith("p1~1") ? LATER : HANDLED;
    joins.says("p1", "p1");
    for (int hour = 0; hour < 24 * 6; hour++) {
      joins.call();
      joins.minuteAfter(Duration.ofHours(1));
      if (hour % 2 == 0) joins.says("alive");
    }

    assertThat(joins.letters.stream().filter(l -> l.id().endsWith("p1~1"))).hasSize(10);
    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.PARKED);
    assertThat(joins.stateShown()).isEqualTo("active");
  }
}
