package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.lane.Lane;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;
import waybill.kit.testing.BooksBalance;

/** Each key in order, by leases that return by themselves. */
@BooksBalance
class PullingTest {
  private final Joins joins = new Joins();

  @Test
  void whatIsPulled_isTheMessage_andHandledIsTheEnd() {
    joins.joins("pull");
    joins.says("p1");

    JsonNode lent = joins.pull(10).get(0);
    assertThat(lent.at("/message/data/parcel").asText()).isEqualTo("p1");
    assertThat(lent.path("attempt").asInt()).isEqualTo(1);
    assertThat(joins.pull(10)).isEmpty();
    assertThat(joins.tell(lent, "handled")).isEqualTo("noted");

    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.HANDLED);
    assertThat(joins.tell(lent, "handled")).isEqualTo("unknown");
  }

  @Test
  void aKey_isHandedOutInOrder_andInRuns() {
    joins.joins("pull");
    joins.says("p1", "p1", "p1");

    List<JsonNode> run = joins.pull(2);
    assertThat(Joins.of(run)).containsExactly("p1~1 after 0", "p1~2 after 1");
    assertThat(joins.pull(2)).as("one holder at a time").isEmpty();
    assertThat(joins.tell(run.get(1), "handled")).as("not before the first").isEqualTo("stale");
    assertThat(joins.tell(run.get(0), "handled")).isEqualTo("noted");
    assertThat(joins.tell(run.get(1), "handled")).isEqualTo("noted");
    assertThat(Joins.of(joins.pull(2))).containsExactly("p1~3 after 2");
  }

  @Test
  void whoeverTakesALongKey_leavesTheOthersTheirTurn() {
    joins.joins("pull");
    joins.says("p1", "p1", "p1", "p1", "p1", "p1");
    joins.spine.clock.pass(Duration.ofSeconds(1));
    joins.says("p2", "p3");

    List<JsonNode> first = joins.pull(2);
    joins.spine.clock.pass(Duration.ofSeconds(1));
    first.forEach(one -> joins.tell(one, "handled"));
    joins.spine.clock.pass(Duration.ofSeconds(1));

    assertThat(Joins.of(joins.pull(2))).containsExactlyInAnyOrder("p2~1 after 0", "p3~1 after 0");
  }

  @Test
  void row54_aLeaseThatRanOut_countsNoMoreOnceSomebodyElseHasIt() {
    joins.joins("pull");
    joins.says("p1", "p1");
    JsonNode died = joins.pull(1).get(0);

    joins.spine.clock.pass(Duration.ofSeconds(31));
    JsonNode next = joins.pull(1).get(0);

    assertThat(next.path("attempt").asInt()).isEqualTo(2);
    assertThat(joins.tell(died, "handled")).isEqualTo("stale");
    assertThat(joins.tell(next, "handled")).isEqualTo("noted");
    assertThat(joins.drain()).containsExactly("p1~2 after 1");
  }

  @Test
  void row54_whoDiesEachTime_parksTheKey_andNoOther() {
    joins.joins("pull");
    joins.says("p1", "p1");
    for (int attempt = 1; attempt <= 10; attempt++) {
      assertThat(joins.pull(1).get(0).path("attempt").asInt()).isEqualTo(attempt);
      joins.spine.clock.pass(Duration.ofSeconds(31));
    }
    joins.says("p2");

    assertThat(joins.drain()).containsExactly("p2~1 after 0");
    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.PARKED);
    assertThat(joins.delivery("p1~1", "depot").reason()).contains("the lease ran out 10 times");
    joins.spine.clock.pass(Duration.ofDays(3));
    assertThat(joins.pull(1)).as("only the desk").isEmpty();
  }

  @Test
  void row54_aCrashBetweenTheDeliveryAndItsLane_isPassed_andTheNextBeginsAnew() {
    joins.joins("pull");
    joins.says("p1", "p1");
    for (int attempt = 1; attempt < 10; attempt++) {
      joins.pull(1);
      joins.spine.clock.pass(Duration.ofSeconds(31));
    }
    JsonNode tenth = joins.pull(1).get(0);
    var before = joins.spine.table.read(Lane.keyOf("depot", "parcels", "p1")).orElseThrow();
    joins.tell(tenth, "handled");
    puts(before);
    joins.spine.clock.pass(Duration.ofSeconds(31));

    assertThat(joins.drain()).containsExactly("p1~2 after 1");
  }

  /** As if the second of two writes had never been. */
  private void puts(Item before) {
    var now = Cell.of(joins.spine.table.read(before.key()).orElseThrow(), Lane.class);
    Lane lane = Cell.of(before, Lane.class).required();
    assertThat(joins.spine.ledger().write(now, lane, lane.listed(before.key()), null, null))
        .isTrue();
  }

  @Test
  void retry_comesAgainLater_andWhatIsBehindItWaits() {
    joins.joins("pull");
    joins.says("p1", "p1");
    List<JsonNode> run = joins.pull(2);

    assertThat(joins.tell(run.get(0), "retry")).isEqualTo("noted");
    assertThat(joins.tell(run.get(1), "handled")).isEqualTo("stale");
    assertThat(joins.pull(2)).isEmpty();
    joins.spine.clock.pass(Duration.ofSeconds(31));

    assertThat(joins.drain()).containsExactly("p1~1 after 0", "p1~2 after 1");
  }

  @Test
  void refused_isFinal() {
    joins.joins("pull");
    joins.says("p1", "p1");

    assertThat(joins.tell(joins.pull(1).get(0), "refused")).isEqualTo("noted");

    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.REFUSED);
    assertThat(joins.drain()).containsExactly("p1~2 after 1");
  }

  @Test
  void row55_nobodySettlesWhatIsAnothers() {
    joins.joins("pull");
    joins.says("p1");

    assertThat(joins.tell("parcels~p9~1", "x", "handled")).isEqualTo("unknown");
    assertThat(joins.tell("users~u1~1", "x", "handled")).isEqualTo("unknown");
    assertThat(joins.tell("parcels~p1~1", "", "handled")).isEqualTo("stale");
  }

  @Test
  void aThousandKeysAndALaneOfAThousand_areAllHandled_eachInOrder() {
    joins.outside.perMinute = 10_000;
    joins.joins("pull");
    for (int at = 0; at < 1_000; at++) joins.says("long", "k" + at);

    List<String> all = joins.drain();

    assertThat(all).hasSize(2_000);
    assertThat(all.stream().filter(one -> one.startsWith("long")).toList())
        .isEqualTo(
            IntStream.rangeClosed(1, 1_000)
                .mapToObj(at -> "long~" + at + " after " + (at - 1))
                .toList());
  }

  @Test
  void anAnswer_hasItsLimit_andTheRestComesNext() {
    joins.joins("pull");
    for (int at = 0; at < 20; at++) {
      var event = joins.event("p1");
      event.withObject("/data").put("note", "x".repeat(50_000));
      joins.accept(event);
    }
    joins.outside.route();

    assertThat(joins.pull(100)).hasSizeBetween(5, 12);
    joins.spine.clock.pass(Duration.ofMinutes(1));
    assertThat(joins.drain()).hasSize(20);
  }

  @Test
  void aFilter_leavesOut_andAfterSkipsIt() {
    var wanted = Joins.wants("pull");
    wanted.putObject("filter").putArray("/weight").add(1.0).add(7);
    joins.joins(wanted);
    for (Integer weight : new Integer[] {1, 2, null, 7}) {
      var event = joins.event("p1");
      if (weight != null) event.withObject("/data").put("weight", weight);
      joins.accept(event);
    }
    joins.outside.route();

    assertThat(joins.drain()).containsExactly("p1~1 after 0", "p1~4 after 1");
  }

  @Test
  void row66_whatNobodyFetchedInTime_isRefusedByNameAndLetsTheNextOneThrough() {
    joins.joins("pull");
    joins.saysFor(Duration.ofMinutes(1), "p1");
    joins.says("p1");

    joins.spine.clock.pass(Duration.ofMinutes(1));

    assertThat(joins.drain()).containsExactly("p1~2 after 1");
    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.REFUSED);
    assertThat(joins.delivery("p1~1", "depot").reason()).startsWith("too-late: ");
  }

  @Test
  void row66_howeverManyNobodyFetchedInTime_oneLookPassesThemAll_andGoesNoDeeper() {
    joins.joins("pull");
    assertThat(depthOfALookPast(20)).isEqualTo(depthOfALookPast(1));
  }

  private long depthOfALookPast(int many) {
    for (int n = 0; n < many; n++) joins.saysFor(Duration.ofMinutes(1), "p1");
    joins.says("p1");
    joins.spine.clock.pass(Duration.ofMinutes(1));
    AtomicLong deepest = new AtomicLong();
    joins.spine.exchangeSees(
        table ->
            new WatchedTable(
                table,
                () -> {
                  long depth = StackWalker.getInstance().walk(Stream::count);
                  deepest.accumulateAndGet(depth, Math::max);
                }));
    assertThat(joins.drain()).hasSize(1);
    return deepest.get();
  }

  @Test
  void row66_aLookThatTakesTooLong_leavesTheRestToTheNext() {
    joins.joins("pull");
    for (int n = 0; n < 50; n++) joins.saysFor(Duration.ofMinutes(1), "p1");
    joins.says("p1");
    joins.spine.clock.pass(Duration.ofMinutes(1));
    joins.spine.exchangeSees(
        table -> new WatchedTable(table, () -> joins.spine.clock.pass(Duration.ofMillis(100))));

    assertThat(joins.pull(1)).isEmpty();
    assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.REFUSED);
    assertThat(joins.state("p1~50")).isEqualTo(DeliveryState.IN_FLIGHT);
    List<JsonNode> lent = List.of();
    while (lent.isEmpty()) lent = joins.pull(1);
    assertThat(Joins.of(lent)).containsExactly("p1~51 after 50");
  }

  @Test
  void row66_whatKillsWhoeverFetchesIt_holdsItsKeyNoLongerThanItsTime() {
    joins.joins("pull");
    joins.saysFor(Duration.ofHours(1), "p1");
    joins.says("p1");
    for (int attempt = 1; attempt <= 10; attempt++) {
      assertThat(joins.pull(1)).hasSize(1);
      joins.spine.clock.pass(Duration.ofSeconds(31));
    }
    assertThat(joins.pull(1)).isEmpty();

    joins.spine.clock.pass(Duration.ofHours(1));

    assertThat(joins.drain()).containsExactly("p1~2 after 1");
  }

  @Test
  void aReceipt_forADeliveryThatGoesAnotherWay() {
    joins.joins("webhook");

    assertThat(joins.as(Joins.DEPOT).get("/subscriptions/depot/messages").refusal())
        .isEqualTo("409 another-way");
  }
}
