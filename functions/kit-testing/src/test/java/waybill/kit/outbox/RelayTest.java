package waybill.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.testing.Putting.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Unsent;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.testing.MemoryTable;
import waybill.kit.testing.Putting;

@BooksBalance
class RelayTest {
  private final MemoryTable table = new MemoryTable();
  private final MemoryQueue out = new MemoryQueue();
  private final HandClock clock = new HandClock();
  private final Relay relay = relayTo(out);

  @Test
  void anOutbox_isSentInOrder() {
    relay.send(List.of(speaker("a", 3)));

    assertThat(sent()).containsExactly(text("a", 1), text("a", 2), text("a", 3));
  }

  @Test
  void whatIsSent_staysInTheOutboxUntilItIsRouted() {
    Speaker speaker = stored("a", 2);

    relay.send(List.of(speaker));

    assertThat(item("a").outbox()).hasSize(2);
    assertThat(item("a").due()).isNull();
  }

  @Test
  void row7_aBatchThatComesAgain_costsNothingInsideTheWindow() {
    relay.send(List.of(speaker("a", 2)));
    relay.send(List.of(speaker("a", 2)));

    assertThat(sent()).hasSize(2);
  }

  @Test
  void row7_aBatchThatComesAgainLater_carriesTheSameIdentities() {
    relay.send(List.of(speaker("a", 1)));
    out.forget();
    relay.send(List.of(speaker("a", 1)));

    assertThat(sent()).containsExactly(text("a", 1), text("a", 1));
  }

  @Test
  void noRequest_carriesTwoEntriesOfOneItem() {
    List<List<String>> requests = new ArrayList<>();
    Relay recording =
        relayTo(
            batch -> {
              requests.add(batch.stream().map(Parcel::group).toList());
              return Set.of();
            });

    recording.send(IntStream.range(0, 12).mapToObj(n -> speaker("k" + n, 2)).toList());

    assertThat(requests)
        .hasSize(4)
        .allSatisfy(groups -> assertThat(groups).doesNotHaveDuplicates().hasSizeLessThan(11));
  }

  @Test
  void row8_behindARefusedEntry_nothingOfItsItemIsSent() {
    out.refuse(parcel -> parcel.body().equals(text("a", 2)));

    relay.send(List.of(stored("a", 3), stored("b", 3)));

    assertThat(sent())
        .containsExactlyInAnyOrder(text("a", 1), text("b", 1), text("b", 2), text("b", 3));
  }

  @Test
  void row8_aRefusedEntry_leavesADueMarkOnItsItemOnly() {
    out.refuse(parcel -> parcel.body().equals(text("a", 1)));

    relay.send(List.of(stored("a", 1), stored("b", 1)));

    assertThat(item("a").due()).isEqualTo(clock.instant());
    assertThat(item("b").due()).isNull();
  }

  @Test
  void aQueueThatIsGone_failsNoBatchAndMarksAll() {
    Relay toNowhere =
        relayTo(
            batch -> {
              throw new IllegalStateException("no such queue");
            });

    toNowhere.send(List.of(stored("a", 2), stored("b", 1)));

    assertThat(table.due(clock.instant())).hasSize(2);
  }

  @Test
  void onesKeys_shareAGroupAndNoOnes() {
    relay.send(List.of(speaker("a", 2), speaker("b", 1)));

    List<String> groups = out.waiting().stream().map(Parcel::group).distinct().toList();
    assertThat(groups).hasSize(2);
  }

  @Test
  void row20_anotherRound_getsThroughInsideTheWindow() {
    relay.send(List.of(speaker("a", 1)));
    relay.send(List.of(speaker("a", 1)), "another");

    assertThat(sent()).containsExactly(text("a", 1), text("a", 1));
  }

  private Relay relayTo(Queue queue) {
    return new Relay(queue, table, clock, Given.silence());
  }

  private Speaker stored(String key, int entries) {
    Putting.at(key).saying(entries(key, entries)).to(table);
    return Speaker.of(item(key));
  }

  private static Speaker speaker(String key, int entries) {
    return new Speaker(Key.ofEntity(key), Stream.of(entries(key, entries)).toList());
  }

  private static Unsent[] entries(String key, int entries) {
    return IntStream.rangeClosed(1, entries).mapToObj(n -> entry(key, n)).toArray(Unsent[]::new);
  }

  private static String text(String key, int n) {
    return entry(key, n).text();
  }

  private Item item(String key) {
    return table.read(Key.ofEntity(key)).orElseThrow();
  }

  private List<String> sent() {
    return out.take();
  }
}
