package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.exchange.ReplayMode.FILL_GAPS;

import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.ReplayState;
import waybill.exchange.job.Job;
import waybill.kit.testing.BooksBalance;

/** A replay that sends again what is missing, and nothing else. */
@BooksBalance
class FillGapsTest {
  private final Spine spine = new Spine();
  private final Past past = new Past(spine);

  @Test
  void row57_whatIsMissing_comesAtOnceAndInOrder() {
    Past.lose(spine, "u1", 3);
    Past.lose(spine, "u2", 1);

    var done = past.untilDone(past.start(FILL_GAPS));

    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L, 3L);
    assertThat(spine.heardOf("u2")).containsExactly(1L);
    assertThat(List.of(done.lookedAt(), done.sent(), done.confirmed(), done.failed()))
        .containsExactly(4L, 4L, 4L, 0L);
  }

  @Test
  void row57_whatIsDone_isNotSentAgain() {
    spine.commitChange("u1");
    spine.settle();
    var before = spine.delivery(new MessageId("users", "u1", 1));

    var done = past.untilDone(past.start(FILL_GAPS));

    assertThat(done.lookedAt()).isEqualTo(1);
    assertThat(done.sent()).isZero();
    assertThat(spine.delivery(new MessageId("users", "u1", 1))).isEqualTo(before);
    assertThat(spine.heardOf("u1")).containsExactly(1L);
  }

  @Test
  void row57_ofEachKey_onlyTheLowestOpenOneIsSent() {
    Past.lose(spine, "u1", 3);

    past.turn(past.start(FILL_GAPS));

    assertThat(Spine.deliveriesIn(spine.orders.in)).containsExactly("1 after 0");
  }

  @Test
  void row63_whileTheSubscriberHasSomethingToDo_nothingIsAdded() {
    Past.lose(spine, "u1", 1);
    spine.commitChange("u2");
    spine.relay();
    spine.route();

    past.turn(past.start(FILL_GAPS));

    assertThat(spine.orders.in.waiting()).hasSize(1);
  }

  @Test
  void row57_liveMessages_goOnInTheirOrder() {
    Past.lose(spine, "u1", 3);
    var replay = past.start(FILL_GAPS);
    past.turn(replay);
    spine.commitChange("u1");
    spine.commitChange("u2");

    past.untilDone(replay);
    spine.settle();

    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L, 3L, 4L);
    assertThat(spine.heardOf("u2")).containsExactly(1L);
  }

  @Test
  void row57_twiceAtOnce_nothingIsDoubled() {
    Past.lose(spine, "u1", 3);
    var one = past.start(FILL_GAPS);
    var two = past.start(FILL_GAPS);
    past.turn(one);
    past.turn(two);

    past.untilDone(one);
    past.untilDone(two);

    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L, 3L);
  }

  @Test
  void whatIsParkedAgain_endsTheReplayAndCountsAsFailed() {
    spine.journal.failAt("users~u1~1");
    spine.commitChange("u1");
    spine.commitChange("u1");
    spine.settle();

    var done = past.untilDone(past.start(FILL_GAPS));

    assertThat(done.failed()).isEqualTo(2);
    assertThat(done.confirmed()).isZero();
    assertThat(spine.stateOf(new MessageId("users", "u1", 1))).isEqualTo(DeliveryState.PARKED);
  }

  @Test
  void row57_paused_itSendsNothing_andResumedItGoesOn() {
    Past.lose(spine, "u1", 2);
    var replay = past.start(FILL_GAPS);
    past.become(replay, Job.State.PAUSED);
    past.turn(replay);
    assertThat(spine.orders.in.waiting()).isEmpty();

    past.become(replay, Job.State.RUNNING);
    past.untilDone(replay);

    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L);
  }

  @Test
  void row57_cancelledHalfWay_itSendsNothingMore() {
    Past.lose(spine, "u1", 2);
    var replay = past.start(FILL_GAPS);
    past.turn(replay);
    past.become(replay, Job.State.CANCELLED);
    spine.settle();

    past.turn(replay);

    assertThat(spine.orders.in.waiting()).isEmpty();
    assertThat(spine.heardOf("u1")).containsExactly(1L);
    assertThat(past.become(replay, Job.State.RUNNING).state()).isEqualTo(ReplayState.CANCELLED);
  }
}
