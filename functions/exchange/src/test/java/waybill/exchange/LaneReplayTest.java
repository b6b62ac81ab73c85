package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.exchange.ReplayMode.FILL_GAPS;
import static waybill.contracts.exchange.ReplayMode.RE_EXECUTE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.Replay;
import waybill.exchange.lane.Lane;
import waybill.exchange.lane.Leased;
import waybill.exchange.lane.Said;
import waybill.exchange.lane.Share;
import waybill.exchange.subscribe.Subscription;
import waybill.kit.commit.Item;
import waybill.kit.testing.BooksBalance;

/** A replay for somebody whose order the exchange keeps. */
@BooksBalance
class LaneReplayTest {
  private final Spine spine = new Spine();
  private final Past past = new Past(spine);
  private final Subscription audit = Past.pulling(null, spine.clock.instant());

  @BeforeEach
  void joins() {
    assertThat(spine.core().subscriptions.put(audit)).isTrue();
  }

  private void said(int messages) {
    for (int said = 0; said < messages; said++) spine.commitChange("u1");
    spine.settle();
  }

  private Leased taken(String source) {
    return spine
        .core()
        .lanes
        .take(
            audit,
            source,
            "u1",
            Share.of(10, 1_000_000),
            Duration.ofMinutes(5),
            (attempts, now) -> now)
        .orElseThrow();
  }

  private List<Item> ready() {
    return spine.core().lanes.ready("audit", 10);
  }

  private Said handled(MessageId id, Leased by) {
    return spine.core().lanes.end(audit, id, by.lease(), DeliveryState.HANDLED, null);
  }

  private void parks(long sequence) {
    var id = new MessageId("users", "u1", sequence);
    spine.core().lanes.failed(audit, id, taken("users").lease(), "down", attempts -> null);
    assertThat(ready()).isEmpty();
  }

  private Replay done(Replay replay) {
    past.turn(replay);
    return past.shown(replay);
  }

  @Test
  void row57_aParkedLane_hasItsTurnAtOnce() {
    said(2);
    parks(1);
    var replay = past.start(FILL_GAPS, "audit", null);

    past.turn(replay);

    assertThat(ready()).hasSize(1);
    Leased leased = taken("users");
    for (long n = 1; n <= 2; n++)
      assertThat(handled(new MessageId("users", "u1", n), leased)).isEqualTo(Said.NOTED);
    var shown = done(replay);
    assertThat(shown.state().name()).isEqualTo("DONE");
    assertThat(shown.confirmed()).isEqualTo(1);
    assertThat(shown.lookedAt()).isEqualTo(2);
  }

  @Test
  void row57_whoeverHasItInHand_isNotDisturbed() {
    said(1);
    Leased leased = taken("users");

    past.turn(past.start(FILL_GAPS, "audit", null));

    assertThat(handled(new MessageId("users", "u1", 1), leased)).isEqualTo(Said.NOTED);
  }

  @Test
  void row57_onceMore_comesInALaneOfItsOwn() {
    said(2);
    Leased first = taken("users");
    for (long n = 1; n <= 2; n++) handled(new MessageId("users", "u1", n), first);
    var replay = past.start(RE_EXECUTE, "audit", null);

    past.turn(replay);

    assertThat(ready()).hasSize(1);
    String lane = ready().get(0).key().partition();
    String source = lane.split("~", 3)[1];
    assertThat(Lane.keyOf("audit", source, "u1").partition()).isEqualTo(lane);
    Leased again = taken(source);
    assertThat(again.messages())
        .extracting(open -> open.message().causation())
        .containsExactly("users~u1~1", "users~u1~2");
    for (long n = 1; n <= 2; n++)
      assertThat(handled(new MessageId(source, "u1", n), again)).isEqualTo(Said.NOTED);
    assertThat(done(replay).confirmed()).isEqualTo(2);
  }
}
