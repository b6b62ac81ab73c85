package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static waybill.contracts.exchange.ReplayMode.RE_EXECUTE;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import waybill.contracts.Carried;
import waybill.contracts.Message;
import waybill.contracts.exchange.Replay;
import waybill.exchange.job.Job;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Head;
import waybill.kit.commit.Cell;
import waybill.kit.testing.BooksBalance;

/** A replay that delivers all of it once more. */
@BooksBalance
class ReExecuteTest {
  private final Spine spine = new Spine();
  private final Past past = new Past(spine);

  private static void said(Spine spine, String user, int messages) {
    for (int said = 0; said < messages; said++) spine.commitChange(user);
    spine.settle();
  }

  private static List<Long> numbers(Replay done) {
    return List.of(done.lookedAt(), done.sent(), done.confirmed(), done.failed());
  }

  @Test
  void row57_everythingHappensOnceMore_inOrder() {
    said(spine, "u1", 3);
    said(spine, "u2", 1);

    var done = past.untilDone(past.start(RE_EXECUTE));

    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
    assertThat(spine.heardOf("u2")).containsExactly(1L, 1L);
    assertThat(numbers(done)).containsExactly(4L, 4L, 4L, 0L);
  }

  @Test
  void aCopy_namesWhatItRepeats() {
    said(spine, "u1", 2);

    past.turn(past.start(RE_EXECUTE));

    List<Message> copies =
        spine.orders.in.waiting().stream()
            .map(parcel -> (Message) Carried.parse(parcel.body()))
            .toList();
    assertThat(copies).extracting(Message::causation).containsExactly("users~u1~1", "users~u1~2");
    assertThat(copies).extracting(Message::after).containsExactly(0L, 1L);
    assertThat(copies).allSatisfy(copy -> assertThat(copy.hops()).isEqualTo(1));
    assertThat(copies).allSatisfy(copy -> assertThat(copy.source()).startsWith("replay-"));
    assertThat(copies).extracting(copy -> copy.id().key()).containsOnly("u1");
  }

  @Test
  void row57_twice_isTwoReplays() {
    said(spine, "u1", 2);

    past.untilDone(past.start(RE_EXECUTE));
    var second = past.untilDone(past.start(RE_EXECUTE));

    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L, 1L, 2L, 1L, 2L);
    assertThat(second.sent()).isEqualTo(2);
  }

  @Test
  void row57_liveMessages_keepTheirOwnOrderAndCounters() {
    said(spine, "u1", 2);
    var replay = past.start(RE_EXECUTE);
    past.turn(replay);
    spine.commitChange("u1");

    var done = past.untilDone(replay);

    assertThat(spine.routedOf("u1")).isEqualTo(3);
    assertThat(spine.heardOf("u1")).hasSize(5).containsSubsequence(1L, 2L, 3L);
    assertThat(numbers(done)).containsExactly(2L, 2L, 2L, 0L);
  }

  @Test
  void aCopy_isKeptAsLongAsItsContractSays() {
    said(spine, "u1", 1);

    past.untilDone(past.start(RE_EXECUTE));

    assertThat(spine.table.items())
        .filteredOn(item -> item.key().place().equals(Entry.PLACE))
        .hasSize(2)
        .allSatisfy(item -> assertThat(item.expires()).isNotNull());
  }

  @Test
  void whoJoinsLater_getsTheOriginalsAlone() {
    said(spine, "u1", 1);
    past.untilDone(past.start(RE_EXECUTE));
    var core = spine.core();
    var late = Past.pulling(spine.clock.instant().minus(Duration.ofDays(1)), spine.clock.instant());
    core.subscriptions.put(late);
    var job = core.jobs.start(Backfill.KIND, Backfill.orderOf(late), "olga");

    spine.turn(job.id());

    assertThat(spine.table.items())
        .filteredOn(item -> Delivery.isAt(item.key()))
        .filteredOn(item -> Delivery.subscriptionOf(item.key()).equals("audit"))
        .extracting(item -> Delivery.idOf(item.key()).source())
        .containsExactly("users");
  }

  @Test
  void onlyOneKey_ifThatIsAskedFor() {
    said(spine, "u1", 1);
    said(spine, "u2", 1);

    past.untilDone(past.start(RE_EXECUTE, "orders", "u2"));

    assertThat(spine.heardOf("u1")).containsExactly(1L);
    assertThat(spine.heardOf("u2")).containsExactly(1L, 1L);
  }

  @Test
  void whatIsRefused_isNotConfirmed() {
    said(spine, "u1", 1);
    var replay = past.start(RE_EXECUTE);
    past.turn(replay);
    spine.orders.in.waiting().stream()
        .map(parcel -> Carried.parse(parcel.body()))
        .forEach(copy -> spine.journal.refuse(((Message) copy).id().toString()));

    assertThat(numbers(past.untilDone(replay))).containsExactly(1L, 1L, 0L, 1L);
  }

  @Test
  void row57_cancelledHalfWay_whatWasSentIsHandledOnce() {
    said(spine, "u1", 15);
    var replay = past.start(RE_EXECUTE);
    past.turn(replay);
    past.become(replay, Job.State.CANCELLED);
    spine.settle();
    long sent = past.shown(replay).sent();

    past.turn(replay);
    spine.settle();

    assertThat(sent).isBetween(1L, 14L);
    assertThat(spine.heardOf("u1")).hasSize(15 + (int) sent);
  }

  private static int callsOfAWholeTurn() {
    Spine spine = new Spine();
    said(spine, "u1", 2);
    said(spine, "u2", 1);
    Past past = new Past(spine);
    var replay = past.start(RE_EXECUTE);
    spine.fuse.mend();
    past.turn(replay);
    return spine.fuse.calls();
  }

  @TestFactory
  Stream<DynamicTest> row57_aCrash_beforeCall() {
    return IntStream.range(0, callsOfAWholeTurn())
        .mapToObj(
            calls ->
                DynamicTest.dynamicTest(
                    String.valueOf(calls + 1), () -> nothingIsDoubledOrLost(calls)));
  }

  private static void nothingIsDoubledOrLost(int calls) {
    Spine spine = new Spine();
    said(spine, "u1", 2);
    said(spine, "u2", 1);
    Past past = new Past(spine);
    var replay = past.start(RE_EXECUTE);
    spine.fuse.endAfter(calls);
    assertThatExceptionOfType(Killed.class).isThrownBy(() -> past.turn(replay));
    spine.fuse.mend();

    for (int hour = 0; hour < 3; hour++) {
      past.turn(replay);
      spine.settle();
      spine.pass(Duration.ofHours(1));
      spine.settle();
    }

    var done = past.untilDone(replay);
    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L, 1L, 2L);
    assertThat(spine.heardOf("u2")).containsExactly(1L, 1L);
    assertThat(numbers(done)).containsExactly(3L, 3L, 3L, 0L);
    assertThat(spine.table.items())
        .filteredOn(item -> item.key().place().equals(Head.PLACE))
        .filteredOn(item -> item.key().partition().startsWith("replay-"))
        .extracting(item -> Cell.of(item, Head.class).required().routed())
        .containsExactlyInAnyOrder(2L, 1L);
  }
}
