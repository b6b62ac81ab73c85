package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.ledger.Failure;
import waybill.kit.http.HttpTesting.Answered;

/**
 * Whoever orders, or carries out, stops before any call: what was accepted is done once, what was
 * not may be asked for again, and who did it is kept once.
 */
class DeskCrashTest {
  private static final MessageId USER = new MessageId("users", "u1", 1);
  private static final MessageId PARCEL = new MessageId("parcels", "p1", 1);

  /** A parked key, what is ordered about it, and what must have come of that. */
  private interface Case {
    Fuse fuse();

    AtDesk desk();

    Answered ask();

    /** Time passes, and everybody does what they do. */
    void settle();

    void isDone();
  }

  private static Stream<DynamicTest> beforeEachCall(Supplier<Case> cases) {
    Case whole = cases.get();
    whole.fuse().mend();
    whole.ask();
    whole.desk().carryOutAll();
    return IntStream.range(0, whole.fuse().calls())
        .mapToObj(calls -> DynamicTest.dynamicTest("" + (calls + 1), () -> check(cases, calls)));
  }

  private static void check(Supplier<Case> cases, int calls) {
    Case one = cases.get();
    one.fuse().endAfter(calls);
    boolean accepted = false;
    try {
      one.ask();
      accepted = true;
      one.desk().carryOutAll();
    } catch (Killed e) {
      // That was the plan.
    }
    one.fuse().mend();
    if (!accepted) assertThat(one.ask().status()).isIn(202, 409);
    one.settle();

    one.isDone();
    List<String> kept = one.desk().orders().items("message_id");
    assertThat(kept).doesNotHaveDuplicates().isNotEmpty();
  }

  /** A member's key, retried or skipped. */
  private record AtMember(Spine spine, String order, boolean group) implements Case {

    static AtMember parked(String order, boolean group) {
      Spine spine = new Spine();
      spine.journal.failAt(spine.commit("u1").toString());
      spine.commitChange("u1");
      spine.settle();
      if (order.equals("retry")) spine.journal.recover();
      return new AtMember(spine, order, group);
    }

    @Override
    public Fuse fuse() {
      return spine.fuse;
    }

    @Override
    public AtDesk desk() {
      return new AtDesk(spine, "orders");
    }

    @Override
    public Answered ask() {
      return group
          ? desk().askAll(order, Failure.of("IllegalStateException: poisoned").group())
          : desk().ask(order, USER);
    }

    @Override
    public void settle() {
      desk().carryOutAll();
      spine.settle();
    }

    @Override
    public void isDone() {
      boolean skipped = order.equals("skip");
      assertThat(spine.heardOf("u1")).isEqualTo(skipped ? List.of(2L) : List.of(1L, 2L));
      assertThat(spine.stateOf(USER))
          .isEqualTo(skipped ? DeliveryState.SKIPPED : DeliveryState.HANDLED);
    }
  }

  @TestFactory
  Stream<DynamicTest> aMembersRetry_stopsBeforeCall() {
    return beforeEachCall(() -> AtMember.parked("retry", false));
  }

  @TestFactory
  Stream<DynamicTest> aMembersSkip_stopsBeforeCall() {
    return beforeEachCall(() -> AtMember.parked("skip", false));
  }

  @TestFactory
  Stream<DynamicTest> aGroupsSkip_stopsBeforeCall() {
    return beforeEachCall(() -> AtMember.parked("skip", true));
  }

  /** A key that is pulled, or read from a queue. */
  private record Elsewhere(Joins joins, String kind, String order) implements Case {

    static Elsewhere parked(String kind, String order) {
      Joins joins = new Joins();
      joins.joins(kind);
      joins.says("p1", "p1");
      JsonNode lent = kind.equals("pull") ? joins.pull(1).get(0) : null;
      if (lent != null) joins.tell(lent, "retry");
      else joins.tell(PARCEL.toString(), "", "retry");
      joins.spine.named.values().forEach(one -> one.queue.purge());
      return new Elsewhere(joins, kind, order);
    }

    @Override
    public Fuse fuse() {
      return joins.spine.fuse;
    }

    @Override
    public AtDesk desk() {
      return new AtDesk(joins.spine, "depot");
    }

    @Override
    public Answered ask() {
      return desk().ask(order, PARCEL);
    }

    @Override
    public void settle() {
      desk().carryOutAll();
      if (kind.equals("queue")) joins.minuteAfter(Duration.ofHours(1));
    }

    @Override
    public void isDone() {
      boolean skipped = order.equals("skip");
      List<String> got = kind.equals("pull") ? joins.drain() : joins.queued();
      if (!skipped) assertThat(got).startsWith("p1~1 after 0");
      else assertThat(got).isNotEmpty().containsOnly("p1~2 after 1");
      if (skipped) assertThat(joins.state("p1~1")).isEqualTo(DeliveryState.SKIPPED);
    }
  }

  @TestFactory
  Stream<DynamicTest> aPullersRetry_stopsBeforeCall() {
    return beforeEachCall(() -> Elsewhere.parked("pull", "retry"));
  }

  @TestFactory
  Stream<DynamicTest> aPullersSkip_stopsBeforeCall() {
    return beforeEachCall(() -> Elsewhere.parked("pull", "skip"));
  }

  @TestFactory
  Stream<DynamicTest> aQueuesRetry_stopsBeforeCall() {
    return beforeEachCall(() -> Elsewhere.parked("queue", "retry"));
  }

  @TestFactory
  Stream<DynamicTest> aQueuesSkip_stopsBeforeCall() {
    return beforeEachCall(() -> Elsewhere.parked("queue", "skip"));
  }
}
