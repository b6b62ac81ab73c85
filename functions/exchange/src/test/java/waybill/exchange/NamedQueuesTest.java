package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.DeliveryState;
import waybill.kit.testing.BooksBalance;

/** Queues of subscribers' own: the ledger is the buffer of one that has gone. */
@BooksBalance
class NamedQueuesTest {
  private final Joins joins = new Joins();
  private final NamedQueue queue = Objects.requireNonNull(joins.spine.named.get(Joins.QUEUE));

  @Test
  void aQueue_getsEachKeyInOrder_andReceiptsSettle() {
    joins.joins("queue");
    joins.says("p1", "p1");

    assertThat(joins.queued()).containsExactly("p1~1 after 0", "p1~2 after 1");
    assertThat(joins.tell("parcels~p1~1", "", "handled")).isEqualTo("noted");
    assertThat(joins.tell("parcels~p1~1", "", "refused")).isEqualTo("unknown");
    assertThat(joins.tell("parcels~p1~2", "", "retry")).isEqualTo("noted");
    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.HANDLED);
    assertThat(joins.state("p1~2")).isEqualTo(DeliveryState.PARKED);

    queue.queue.purge();
    joins.minuteAfter(Duration.ofHours(1));
    assertThat(joins.queued()).containsExactly("p1~2 after 1");
  }

  @Test
  void row14_aQueueThatGoes_suspendsItsSubscription_andNoOther() {
    joins.joins("queue");
    joins
        .as(Joins.DEPOT)
        .put("/subscriptions/other", waybill.contracts.Json.write(Joins.wants("pull")));
    queue.goes();
    joins.says("p1", "p1", "p2");
    joins.says("p1");

    assertThat(joins.stateShown()).isEqualTo("suspended");
    assertThat(joins.as(Joins.OPERATOR).get("/subscriptions/depot").text("/reason"))
        .isEqualTo("the queue does not exist");
    assertThat(joins.as(Joins.OPERATOR).get("/subscriptions/other").text("/state"))
        .isEqualTo("active");
    joins.minuteAfter(Duration.ofHours(3));
    assertThat(joins.books("depot")).containsOnly(Map.entry(DeliveryState.IN_FLIGHT, 4L));
    assertThat(joins.books("other")).containsOnly(Map.entry(DeliveryState.IN_FLIGHT, 4L));
  }

  @Test
  void row14_onceItAdmitsUsAgain_allComes_inTheOrderOfTheKeys() {
    joins.joins("queue");
    queue.goes();
    for (int at = 0; at < 30; at++) joins.says("p1");
    joins.says("p2");
    joins.minuteAfter(Duration.ofHours(1));

    queue.comesBack();
    joins.minuteAfter(Duration.ofMinutes(7));

    assertThat(joins.stateShown()).isEqualTo("active");
    assertThat(joins.queued().stream().filter(one -> one.startsWith("p1")).toList())
        .hasSize(30)
        .startsWith("p1~1 after 0", "p1~2 after 1")
        .endsWith("p1~30 after 29");
    assertThat(joins.queued()).contains("p2~1 after 0");
  }

  @Test
  void row14_aQueueThatGoesBehindOurBack_endsNoMinute() {
    joins.joins("queue");
    joins.says("p1");
    joins.spine.commitChange("u1");
    joins.spine.relay();
    joins.spine.route();
    joins.spine.orders.in.purge();
    joins.spine.orders.in.forget();
    queue.queue.purge();
    queue.goes();

    joins.minuteAfter(Duration.ofMinutes(7));

    assertThat(joins.stateShown()).isEqualTo("suspended");
    assertThat(Spine.deliveriesIn(joins.spine.orders.in)).containsExactly("1 after 0");
  }

  @Test
  void whoLeaves_isOwedNothing() {
    joins.joins("queue");
    joins.says("p1", "p2");
    joins.leaves();
    joins.minuteAfter(Duration.ofMinutes(7));

    assertThat(joins.books("depot")).containsOnly(Map.entry(DeliveryState.SKIPPED, 2L));
  }

  @Test
  void whatIsWantedAgain_comesWhenItIsWanted() {
    joins.joins("queue");
    joins.says("p1");
    queue.queue.take();
    assertThat(joins.tellAgain("parcels~p1~1", 30)).isEqualTo("noted");

    joins.minuteAfter(Duration.ofSeconds(29));
    assertThat(joins.queued()).isEmpty();
    joins.minuteAfter(Duration.ofSeconds(1));
    assertThat(joins.queued()).containsExactly("p1~1 after 0");
  }
}
