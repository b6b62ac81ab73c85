package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import waybill.contracts.Json;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Entry;
import waybill.kit.testing.BooksBalance;

/** Whoever starts before now gets what was said before, key by key, before anything new. */
@BooksBalance
class BackfillTest {
  private final Joins joins = new Joins();

  private static ObjectNode from(String start) {
    return Joins.wants("pull").put("start", start);
  }

  @Test
  void beginning_bringsAll_inTheOrderOfEachKey() {
    joins.says("p1", "p2", "p1");
    joins.joins(from("beginning"));
    joins.says("p1");
    joins.work();

    assertThat(joins.drain())
        .containsExactlyInAnyOrder("p1~1 after 0", "p1~2 after 1", "p1~3 after 2", "p2~1 after 0");
  }

  @Test
  void now_bringsNothingOfBefore() {
    joins.says("p1");
    joins.joins(from("now"));
    joins.says("p1");
    joins.minuteAfter(Duration.ofMinutes(6));

    assertThat(joins.drain()).containsExactly("p1~2 after 0");
  }

  @Test
  void aTime_bringsWhatWasSaidSince() {
    joins.says("p1");
    joins.spine.clock.pass(Duration.ofHours(1));
    String since = joins.spine.clock.instant().toString();
    joins.says("p1", "p2");
    joins.joins(from(since));
    joins.work();

    assertThat(joins.drain()).containsExactlyInAnyOrder("p1~2 after 0", "p2~1 after 0");
  }

  @Test
  void aTimeToCome_bringsNothingBefore() {
    String later = joins.spine.clock.instant().plus(Duration.ofHours(1)).toString();
    joins.joins(from(later));
    joins.says("p1");
    joins.spine.clock.pass(Duration.ofHours(2));
    joins.says("p1");
    joins.work();

    assertThat(joins.drain()).containsExactly("p1~2 after 0");
  }

  @Test
  void aFilter_holdsForBeforeToo() {
    for (int weight : new int[] {1, 2, 1}) {
      var event = joins.event("p1");
      event.withObject("/data").put("weight", weight);
      joins.accept(event);
    }
    joins.outside.route();
    ObjectNode wanted = from("beginning");
    wanted.putObject("filter").putArray("/weight").add(1);
    joins.joins(wanted);
    joins.work();

    assertThat(joins.drain()).containsExactly("p1~1 after 0", "p1~3 after 1");
  }

  @Test
  void aKeyWithManyMessages_comesWhole() {
    for (int at = 0; at < 120; at++) joins.says("p1");
    joins.joins(from("beginning"));
    joins.says("p1");
    joins.work();

    assertThat(joins.drain()).hasSize(121).startsWith("p1~1 after 0").endsWith("p1~121 after 120");
  }

  @Test
  void whatHasExpired_isLeftOut() {
    joins.says("p1", "p1");
    joins.spine.forgetEntry(waybill.contracts.MessageId.parse("parcels~p1~1"));
    joins.joins(from("beginning"));
    joins.work();

    assertThat(joins.drain()).containsExactly("p1~2 after 0");
  }

  @Test
  void row15_aRouterWithAnOldView_leavesNobodyOut() {
    Exchange old = joins.spine.core();
    var before = old.subscriptions.now();
    joins.accept(joins.event("p1"));
    var parcels = Mail.takenFrom(joins.outside.published);
    joins.joins(from("beginning"));
    joins.work();

    routeBy(old, parcels);
    assertThat(before.find("depot")).isEmpty();
    assertThat(joins.pull(10)).as("that router did not know").isEmpty();
    joins.minuteAfter(Duration.ofMinutes(6));

    assertThat(joins.drain()).containsExactly("p1~1 after 0");
  }

  /** It has looked at the subscriptions before, and does not look again. */
  private void routeBy(Exchange old, List<waybill.kit.outbox.Parcel> parcels) {
    Outgoing outgoing = old.outgoing(joins.spine.watched());
    for (var parcel : parcels)
      old.router()
          .takeAccepted(
              Arrival.of(waybill.contracts.Message.parse(parcel.body()), parcel.body()), outgoing);
    outgoing.send();
  }

  @Test
  void row15_aKeyThatSomebodyRoutedByANewerView_isNeverRoutedByAnOlder() {
    Exchange old = joins.spine.core();
    old.subscriptions.now();
    joins.joins(from("now"));
    joins.says("p1");
    joins.accept(joins.event("p1"));
    routeBy(old, Mail.takenFrom(joins.outside.published));
    joins.says("p1");

    assertThat(joins.drain()).containsExactly("p1~1 after 0", "p1~2 after 1", "p1~3 after 2");
  }

  @Test
  void joiningAgain_isAnother_andNothingOfTheOldIsDeliveredToIt() {
    joins.joins(from("now"));
    joins.says("p1", "p1");
    joins.leaves();
    joins.joins(from("now"));
    joins.says("p1");
    joins.minuteAfter(Duration.ofMinutes(6));

    assertThat(joins.drain()).containsExactly("p1~3 after 0");
    assertThat(joins.books("depot")).containsOnly(Map.entry(DeliveryState.SKIPPED, 2L));
    assertThat(joins.books("depot.2")).containsOnly(Map.entry(DeliveryState.HANDLED, 1L));
  }

  /** What one more who is called for himself still waits for must not expire under his hands. */
  @Test
  void aQueueThatFillsUpBehindAPull_datesNothingThatIsStillOpen() {
    joins.joins(from("now"));
    joins.says("p1");
    ObjectNode queue = Joins.wants("queue").put("start", "beginning");
    assertThat(joins.as(Joins.DEPOT).put("/subscriptions/second", Json.write(queue)).status())
        .isEqualTo(200);
    joins.work();

    assertThat(joins.queued()).containsExactly("p1~1 after 0");
    assertThat(expiry("p1~1")).isNull();
    joins.drain();
    assertThat(expiry("p1~1")).isNotNull();
  }

  private java.time.@org.jspecify.annotations.Nullable Instant expiry(String id) {
    var key = Entry.keyOf(waybill.contracts.MessageId.parse("parcels~" + id));
    return joins.spine.table.read(key).orElseThrow().expires();
  }

  private static void prepared(Joins joins) {
    joins.says("p1", "p2", "p1");
    joins.joins(from("beginning"));
    joins.accept(joins.event("p1"));
  }

  private static int callsOfAWholeRun() {
    Joins joins = new Joins();
    prepared(joins);
    joins.spine.fuse.mend();
    joins.work();
    joins.outside.route();
    return joins.spine.fuse.calls();
  }

  @TestFactory
  Stream<DynamicTest> row15_aCrash_beforeCall() {
    return IntStream.range(0, callsOfAWholeRun())
        .mapToObj(calls -> DynamicTest.dynamicTest("" + (calls + 1), () -> isTakenUp(calls)));
  }

  private static void isTakenUp(int calls) {
    Joins joins = new Joins();
    prepared(joins);
    var live = Mail.takenFrom(joins.outside.published);
    joins.spine.fuse.endAfter(calls);
    try {
      joins.work();
      joins.spine.post().take(Mail.event(Spine.PUBLISHED, live));
    } catch (Killed e) {
      // That was the plan.
    }
    joins.spine.fuse.mend();
    joins.spine.post().take(Mail.event(Spine.PUBLISHED, live));
    joins.minuteAfter(Duration.ofMinutes(6));
    joins.minuteAfter(Duration.ofMinutes(1));

    assertThat(joins.drain())
        .containsExactlyInAnyOrder("p1~1 after 0", "p1~2 after 1", "p1~3 after 2", "p2~1 after 0");
  }
}
