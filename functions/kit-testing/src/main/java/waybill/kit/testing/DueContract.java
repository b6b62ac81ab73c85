package waybill.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.testing.Putting.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import waybill.kit.Limits;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;

/** What waits is found when its time has come, and not before. */
public interface DueContract {
  Key WAITING = Key.ofEntity("waiting");
  Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  Table table();

  @Test
  default void whatWasPutToWait_isDueAtItsTime() {
    Putting.at(WAITING).due(NOW).to(table());

    assertThat(dueBy(NOW)).containsExactly(WAITING);
  }

  @Test
  default void whatWaitsLonger_isNotDueYet() {
    Putting.at(WAITING).due(NOW).to(table());

    assertThat(dueBy(NOW.minusMillis(1))).isEmpty();
  }

  @Test
  default void aMark_makesAnUnsentItemDue() {
    Putting.at(WAITING).saying(entry("waiting", 1)).to(table());

    table().waitUntil(WAITING, NOW);

    assertThat(dueBy(NOW)).containsExactly(WAITING);
    assertThat(table().read(WAITING)).map(Item::due).hasValue(NOW);
  }

  @Test
  default void aMark_leavesTheVersionAlone() {
    Putting.at(WAITING).saying(entry("waiting", 1)).to(table());

    table().waitUntil(WAITING, NOW);

    assertThat(table().read(WAITING)).map(Item::version).hasValue(1L);
  }

  @Test
  default void aMark_canBeMoved() {
    Putting.at(WAITING).saying(entry("waiting", 1)).to(table());
    table().waitUntil(WAITING, NOW);

    table().waitUntil(WAITING, NOW.plusSeconds(60));

    assertThat(dueBy(NOW)).isEmpty();
  }

  @Test
  default void whereNothingIsUnsent_noMarkIsLeft() {
    Putting.at(WAITING).saying(entry("waiting", 1)).to(table());
    table().clear(WAITING, Set.of(entry("waiting", 1))::contains);

    table().waitUntil(WAITING, NOW);
    table().waitUntil(Key.ofEntity("nobody"), NOW);

    assertThat(dueBy(NOW)).isEmpty();
    assertThat(table().read(Key.ofEntity("nobody"))).isEmpty();
  }

  @Test
  default void whatWaitsNoLonger_isNotDue() {
    Putting.at(WAITING).due(NOW).to(table());

    table().waitNoLonger(WAITING, NOW);

    assertThat(dueBy(NOW)).isEmpty();
    assertThat(table().read(WAITING)).map(Item::version).hasValue(1L);
  }

  @Test
  default void aMarkThatWasMovedMeanwhile_stays() {
    Putting.at(WAITING).due(NOW.plusSeconds(1)).to(table());

    table().waitNoLonger(WAITING, NOW);

    assertThat(dueBy(NOW.plusSeconds(1))).containsExactly(WAITING);
  }

  @Test
  default void aPut_saysAnewUntilWhenTheItemWaits() {
    Putting.at(WAITING).due(NOW).to(table());

    Putting.at(WAITING).expecting(1).to(table());

    assertThat(dueBy(NOW)).isEmpty();
  }

  @Test
  default void everyShard_isLookedAt() {
    List<Key> keys = IntStream.range(0, 40).mapToObj(n -> Key.ofEntity("n" + n)).toList();
    keys.forEach(key -> Putting.at(key).due(NOW).to(table()));

    assertThat(dueBy(NOW)).containsExactlyInAnyOrderElementsOf(keys);
  }

  /** Items of one partition share a shard. */
  @Test
  default void withinAShard_theOldestComesFirst() {
    for (int second : new int[] {2, 0, 1})
      Putting.at(new Key("one", "at" + second)).due(NOW.plusSeconds(second)).to(table());

    assertThat(dueBy(NOW.plusSeconds(5)))
        .containsExactly(new Key("one", "at0"), new Key("one", "at1"), new Key("one", "at2"));
  }

  /** More than one part of one shard, and as many of the same time. */
  @Test
  default void howeverMuchIsDue_allOfItIsFound() {
    List<Key> keys =
        IntStream.range(0, 2 * Limits.DUE_ITEMS_PER_SHARD + 1)
            .mapToObj(n -> new Key("one", "at" + n))
            .toList();
    keys.forEach(key -> Putting.at(key).due(NOW).to(table()));

    assertThat(found(many -> true)).containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  default void whoHasNoTimeForMore_isGivenNoMore() {
    Putting.at(WAITING).due(NOW).to(table());
    Putting.at(Key.ofEntity("n1")).due(NOW).to(table());

    List<Integer> times = new ArrayList<>();
    table()
        .due(
            NOW,
            some -> {
              times.add(some.size());
              return false;
            });

    assertThat(times).hasSize(1);
  }

  private List<Key> found(Predicate<List<Key>> goOn) {
    List<Key> found = new ArrayList<>();
    table()
        .due(
            NOW,
            some -> {
              List<Key> keys = some.stream().map(Item::key).toList();
              found.addAll(keys);
              return goOn.test(keys);
            });
    return found;
  }

  private List<Key> dueBy(Instant by) {
    return table().due(by).stream().map(Item::key).toList();
  }
}
