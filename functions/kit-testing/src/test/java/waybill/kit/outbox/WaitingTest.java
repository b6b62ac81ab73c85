package waybill.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.testing.Putting.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.Sweep;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.sweep.Sweeping;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.testing.MemoryTable;
import waybill.kit.testing.Putting;

@BooksBalance
class WaitingTest {
  private static final Key A = Key.ofEntity("a");

  private final MemoryTable table = new MemoryTable();
  private final MemoryQueue out = new MemoryQueue();
  private final HandClock clock = new HandClock();
  private final Relay relay = new Relay(out, table, clock, Given.silence());
  private final List<Key> woken = new ArrayList<>();
  private final Waiting waiting = new Waiting(table, relay, item -> false, clock);
  private final Sweeping sweeping =
      new Sweeping(
          Given.service("users", table, clock), relay, new MemoryQueue(), new MemoryQueue());

  @Test
  void row8_theMinute_sendsWhatARefusalLeft() {
    said("a");
    out.refuse(parcel -> true);
    relay();
    out.refuse(parcel -> false);

    waiting.minute();

    assertThat(out.take()).containsExactly(entry("a", 1).text());
  }

  @Test
  void row20_theMinutesCopy_isNotTakenForTheLastOne() {
    said("a");
    relay();
    out.purge();
    table.waitUntil(A, clock.instant());

    waiting.minute();

    assertThat(out.take()).hasSize(1);
  }

  @Test
  void row63_whatWasJustSentAgain_isLeftInPeaceForAWindow() {
    said("a");
    table.waitUntil(A, clock.instant());
    waiting.minute();
    out.take();

    clock.pass(Duration.ofMinutes(5));
    waiting.minute();
    assertThat(out.take()).isEmpty();

    clock.pass(Duration.ofMinutes(1));
    waiting.minute();
    assertThat(out.take()).hasSize(1);
  }

  @Test
  void whatTheQueueRefusesAgain_isDueAgainAtOnce() {
    said("a");
    table.waitUntil(A, clock.instant());
    out.refuse(parcel -> true);

    waiting.minute();

    assertThat(table.due(clock.instant())).hasSize(1);
  }

  @Test
  void aMarkWithNothingBehindIt_isTakenAway() {
    said("a");
    table.waitUntil(A, clock.instant());
    table.clear(A, Set.of(entry("a", 1))::contains);

    waiting.minute();

    assertThat(table.read(A)).map(Item::due).isEmpty();
    assertThat(out.take()).isEmpty();
  }

  @Test
  void whatElseWaits_isWoken() {
    Putting.at(A).due(clock.instant()).to(table);
    Waiting waking = new Waiting(table, relay, item -> woken.add(item.key()), clock);

    waking.minute();

    assertThat(woken).containsExactly(A);
    assertThat(table.due(clock.instant())).hasSize(1);
  }

  @Test
  void whatIsNotDueYet_isLeftAlone() {
    said("a");
    table.waitUntil(A, clock.instant().plusSeconds(60));

    waiting.minute();

    assertThat(out.take()).isEmpty();
  }

  @Test
  void row11_theSweep_findsWhatNobodyMarked() {
    said("a");
    said("b");

    sweeping.from(new Sweep(null, null));

    assertThat(out.take()).containsExactlyInAnyOrder(entry("a", 1).text(), entry("b", 1).text());
  }

  @Test
  void row25_aPurgedQueue_losesNothing() {
    said("a");
    relay();
    out.purge();

    sweeping.from(new Sweep(null, null));

    assertThat(out.take()).hasSize(1);
  }

  @Test
  void theSweep_leavesAloneWhatWasRouted() {
    said("a");
    table.clear(A, Set.of(entry("a", 1))::contains);

    sweeping.from(new Sweep(null, null));

    assertThat(out.take()).isEmpty();
  }

  private void said(String key) {
    Putting.at(key).saying(entry(key, 1)).to(table);
  }

  private void relay() {
    relay.send(table.changes());
  }
}
