package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.kit.outbox.Parcel;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.KeepsBooks;

/**
 * The router stops between any two of its calls, or runs twice at once: what it left is taken up,
 * and the outcome is that of a run without a fault.
 */
@BooksBalance
class CrashingRouterTest {
  private final List<Spine> spines = new ArrayList<>();

  final KeepsBooks books = () -> spines.forEach(Spine::balance);

  private Spine another() {
    Spine spine = new Spine();
    spines.add(spine);
    return spine;
  }

  /** Two of one key in a batch, and one that has waited for them since before. */
  private static List<Parcel> batch(Spine spine) {
    for (int commit = 0; commit < 3; commit++) spine.commitChange("u1");
    spine.relay();
    List<Parcel> parcels = Mail.takenFrom(spine.users.out);
    spine.route(parcels.subList(2, 3));
    return parcels.subList(0, 2);
  }

  private static Map<String, String> outcome(Spine spine) {
    Map<String, String> docs = new TreeMap<>();
    spine.table.items().forEach(item -> docs.put(item.key().toString(), item.doc()));
    return docs;
  }

  private static int callsOfAWholeRun() {
    Spine spine = new Spine();
    List<Parcel> batch = batch(spine);
    spine.fuse.mend();
    spine.route(batch);
    return spine.fuse.calls();
  }

  private static Map<String, String> withoutAFault() {
    Spine spine = new Spine();
    spine.route(batch(spine));
    return outcome(spine);
  }

  /** What had waited is sent again by its due delivery, the rest by the redelivery. */
  @TestFactory
  Stream<DynamicTest> row26_aCrash_beforeCall() {
    Map<String, String> expected = withoutAFault();
    return IntStream.range(0, callsOfAWholeRun())
        .mapToObj(
            calls ->
                DynamicTest.dynamicTest(
                    String.valueOf(calls + 1), () -> isTakenUp(calls, expected)));
  }

  private void isTakenUp(int calls, Map<String, String> expected) {
    Spine spine = another();
    List<Parcel> batch = batch(spine);
    spine.fuse.endAfter(calls);
    assertThatExceptionOfType(Killed.class).isThrownBy(() -> spine.take("users", batch));
    spine.fuse.mend();

    spine.route(batch);

    assertThat(outcome(spine)).isEqualTo(expected);
    spine.settle();
    spine.pass(Duration.ofMinutes(7));
    spine.settle();
    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L, 3L);
  }

  /** Without the redelivery: only the next sweep brings it back. */
  @TestFactory
  Stream<DynamicTest> row25_aCrashAndALostBatch_beforeCall() {
    return IntStream.range(0, callsOfAWholeRun())
        .mapToObj(
            calls -> DynamicTest.dynamicTest(String.valueOf(calls + 1), () -> isSweptBack(calls)));
  }

  private void isSweptBack(int calls) {
    Spine spine = another();
    List<Parcel> batch = batch(spine);
    spine.fuse.endAfter(calls);
    assertThatExceptionOfType(Killed.class).isThrownBy(() -> spine.take("users", batch));
    spine.fuse.mend();

    spine.settle();
    for (int round = 0; round < 3; round++) {
      spine.pass(Duration.ofHours(1));
      spine.users.sweep();
      spine.settle();
    }

    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L, 3L);
    assertThat(spine.users.unsent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void row28_twoRoutersAtOnce_routeOnce(int group) {
    Map<String, String> expected = withoutAFault();
    for (int seed = group * 25; seed < group * 25 + 25; seed++) {
      Spine spine = another();
      List<Parcel> batch = batch(spine);
      try (Turns turns = new Turns(new Random(seed))) {
        spine.fuse.beforeEachCall(turns::beforeCall);
        turns.start(() -> spine.route(batch));
        turns.start(() -> spine.route(batch));
        turns.untilOver();
      }

      assertThat(outcome(spine)).as("seed %d", seed).isEqualTo(expected);
      spine.settle();
      assertThat(spine.heardOf("u1")).as("seed %d", seed).containsExactly(1L, 2L, 3L);
      spine.fuse.beforeEachCall(() -> {});
    }
  }
}
