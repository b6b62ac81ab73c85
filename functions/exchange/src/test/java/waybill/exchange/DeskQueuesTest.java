package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;

/** What the owner of a queue asked for again. */
class DeskQueuesTest {
  private static final MessageId FIRST = new MessageId("parcels", "p1", 1);

  private final Joins joins = new Joins();
  private final AtDesk desk = new AtDesk(joins.spine, "depot");
  private final NamedQueue queue = Objects.requireNonNull(joins.spine.named.get(Joins.QUEUE));

  @BeforeEach
  void theFirstIsAskedForAgain() {
    joins.joins("queue");
    joins.says("p1", "p1");
    queue.queue.purge();
    joins.tell(FIRST.toString(), "", "retry");
  }

  @Test
  void aRetry_sendsItAtOnce() {
    desk.order("retry", FIRST);

    assertThat(joins.queued()).containsExactly("p1~1 after 0");
    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.IN_FLIGHT);
    assertThat(joins.tell(FIRST.toString(), "", "handled")).isEqualTo("noted");
  }

  @Test
  void aSkip_isTheEndOfIt() {
    desk.order("skip", FIRST);

    assertThat(joins.queued()).isEmpty();
    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.SKIPPED);
    assertThat(joins.tell(FIRST.toString(), "", "handled")).isEqualTo("unknown");
    joins.minuteAfter(Duration.ofHours(1));
    assertThat(joins.queued()).containsExactly("p1~2 after 1");
  }

  @Test
  void anEdit_isSentAtOnce_andWithEachCopy() {
    desk.edit(FIRST, Json.object().put("parcel", "p1").put("weight", 7));
    assertThat(queue.queue.waiting().get(0).body()).contains("\"weight\":7");

    queue.queue.purge();
    joins.minuteAfter(Duration.ofHours(1));
    assertThat(queue.queue.waiting().get(0).body()).contains("\"weight\":7");
  }

  @Test
  void aQueueThatIsAway_getsItWhenItIsBack() {
    queue.goes();
    desk.order("retry", FIRST);
    assertThat(joins.stateShown()).isEqualTo("suspended");

    queue.comesBack();
    joins.minuteAfter(Duration.ofMinutes(7));

    assertThat(joins.queued()).contains("p1~1 after 0");
  }

  @Test
  void ofTwoThatAreParked_theLowerIsDecidedAboutFirst() {
    joins.tell("parcels~p1~2", "", "retry");

    assertThat(desk.parkedIds()).containsExactly(FIRST.toString());
    assertThat(desk.ask("retry", new MessageId("parcels", "p1", 2)).refusal())
        .isEqualTo("409 not-the-first");
  }
}
