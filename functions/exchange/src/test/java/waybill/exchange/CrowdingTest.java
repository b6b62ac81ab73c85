package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.kit.testing.BooksBalance;

/** One key of which more is said than its subscriber takes. */
@BooksBalance
class CrowdingTest {
  private static final int MOST = 10;
  private final Joins joins = new Joins();
  private final Spine spine = joins.spine;

  @BeforeEach
  void fewAreEnough() {
    spine.queuesOfAKey(MOST);
  }

  private void isSaid(String user, int times) {
    for (int n = 0; n < times; n++) spine.commitChange(user);
    spine.relay();
    spine.route();
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  void row22_aHotKey_fillsNoQueue_andOthersAreServed() {
    isSaid("hot", 100);
    isSaid("cool", 1);

    assertThat(spine.orders.in.waiting()).hasSizeLessThan(2 * MOST + 1);
    spine.hear();
    assertThat(spine.heardOf("cool")).isEqualTo(upTo(1));
  }

  @Test
  void row22_whatWaits_goesAsItIsTaken_inItsOrder_andWithoutTimePassing() {
    isSaid("hot", 100);

    while (spine.heardOf("hot").size() < 100) {
      int heard = spine.heardOf("hot").size();
      spine.hear();
      assertThat(spine.heardOf("hot")).hasSizeGreaterThan(heard);
      spine.report();
      assertThat(spine.orders.in.waiting()).hasSizeLessThan(2 * MOST);
    }

    assertThat(spine.heardOf("hot")).isEqualTo(upTo(100));
  }

  @Test
  void row22_whatIsSaidMeanwhile_waitsBehindWhatWaits() {
    isSaid("hot", 50);
    spine.hear();
    isSaid("hot", 50);
    spine.settle();
    isSaid("hot", 50);
    spine.settle();

    assertThat(spine.heardOf("hot")).isEqualTo(upTo(150));
  }

  @Test
  void row22_whereTheReceiptOfTheFrontIsLost_theMinuteGoesOn() {
    isSaid("hot", 100);
    spine.hear();
    spine.orders.relay();
    spine.orders.out.purge();

    spine.pass(Duration.ofMinutes(7));
    spine.settle();

    assertThat(spine.heardOf("hot")).isEqualTo(upTo(100));
    everyLostReceiptIsAskedForInItsTurn();
  }

  /** One of a key each time: for its books to be true it takes hours. */
  private void everyLostReceiptIsAskedForInItsTurn() {
    for (int hour = 0; hour < 2 * MOST; hour++) {
      spine.pass(Duration.ofHours(1));
      spine.settle();
    }
  }

  @Test
  void row22_whereTheFrontIsParked_theRestStaysInTheLedger() {
    spine.journal.failAt("users~hot~1");
    isSaid("hot", 100);
    spine.settle();
    assertThat(spine.heardOf("hot")).isEmpty();

    spine.journal.recover();
    for (int minutes = 0; minutes < 10; minutes++) {
      spine.pass(Duration.ofMinutes(30));
      spine.settle();
    }

    assertThat(spine.heardOf("hot")).isEqualTo(upTo(100));
  }

  @Test
  void aKeyThatIsNotHot_isNotLookedAt() {
    assertThat(callsOf(MOST)).isEqualTo(callsOf(1_000));
  }

  private static int callsOf(int most) {
    Spine spine = new Spine();
    spine.queuesOfAKey(most);
    for (int n = 1; n < MOST; n++) spine.commitChange("u1");
    spine.relay();
    spine.fuse.mend();
    spine.route();
    return spine.fuse.calls();
  }
}
