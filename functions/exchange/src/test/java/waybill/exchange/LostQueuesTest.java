package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.DeliveryState;
import waybill.kit.testing.BooksBalance;

/** Each of the four queues loses what stands in it. */
@BooksBalance
class LostQueuesTest {
  private final Spine spine = new Spine();

  private void anHourPasses() {
    spine.pass(Duration.ofHours(1));
    spine.settle();
  }

  @Test
  void row25_theOutQueueOfTheSource_isHealedBySweeping() {
    spine.commit("u1");
    spine.relay();
    spine.users.out.purge();

    spine.clock.pass(Duration.ofMinutes(10));
    spine.users.sweep();
    spine.settle();

    assertThat(spine.heardOf("u1")).containsExactly(1L);
    assertThat(spine.users.unsent()).isEmpty();
  }

  @Test
  void row25_theReportToTheSource_isHealedByALateCopy() {
    var id = spine.commit("u1");
    spine.relay();
    spine.route();
    spine.users.in.purge();
    spine.settle();
    assertThat(spine.users.unsent()).containsExactly(id.toString());

    spine.clock.pass(Duration.ofMinutes(10));
    spine.users.sweep();
    spine.settle();

    assertThat(spine.users.unsent()).isEmpty();
    assertThat(spine.heardOf("u1")).containsExactly(1L);
  }

  @Test
  void row25_theInQueueOfTheSubscriber_isHealedByResending() {
    spine.commit("u1");
    spine.commitChange("u1");
    spine.relay();
    spine.route();
    spine.orders.in.purge();

    anHourPasses();
    anHourPasses();

    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L);
  }

  @Test
  void row26_aReceiptThatWasLost_isRepeatedForTheNextCopy() {
    var id = spine.commit("u1");
    spine.relay();
    spine.route();
    spine.hear();
    spine.orders.out.purge();

    anHourPasses();

    assertThat(spine.stateOf(id)).isEqualTo(DeliveryState.HANDLED);
    assertThat(spine.heardOf("u1")).containsExactly(1L);
  }

  @Test
  void row8_whatTheOutQueueRefused_isSentByTheMinute() {
    spine.users.out.refuse(parcel -> true);
    spine.commit("u1");
    spine.relay();
    spine.users.out.refuse(parcel -> false);

    spine.pass(Duration.ofMinutes(1));
    spine.settle();

    assertThat(spine.heardOf("u1")).containsExactly(1L);
  }

  @Test
  void row11_whatTheStreamNeverShowed_isSentBySweeping() {
    spine.commit("u1");
    spine.users.table.changes();

    spine.users.sweep();
    spine.settle();

    assertThat(spine.heardOf("u1")).containsExactly(1L);
  }
}
