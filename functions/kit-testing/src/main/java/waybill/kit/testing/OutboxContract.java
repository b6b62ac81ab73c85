package waybill.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.testing.Putting.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Page;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unsent;

/** What an item has said stays in its outbox until exactly that is cleared. */
@NoBooks("what a port promises")
public interface OutboxContract {
  Key SPEAKER = Key.ofEntity("speaker");
  Unsent FIRST = entry("speaker", 1);
  Unsent SECOND = entry("speaker", 2);
  Unsent THIRD = entry("speaker", 3);

  Table table();

  @Test
  default void whatACommitSays_isAppendedInOrder() {
    Putting.at(SPEAKER).saying(FIRST, SECOND).to(table());
    Putting.at(SPEAKER).saying(THIRD).over(speaker()).to(table());

    assertThat(speaker().outbox()).containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  default void row61_theSequence_isKeptWhenTheOutboxIsCleared() {
    Putting.at(SPEAKER).saying(FIRST, SECOND).to(table());

    table().clear(SPEAKER, Set.of(FIRST, SECOND)::contains);

    assertThat(speaker().sequence()).isEqualTo(2);
  }

  @Test
  default void aPutThatSaysNothing_keepsOutboxAndSequence() {
    Putting.at(SPEAKER).saying(FIRST).to(table());
    Putting.at(SPEAKER).over(speaker()).doc("{\"n\":2}").to(table());

    assertThat(speaker().outbox()).containsExactly(FIRST);
    assertThat(speaker().sequence()).isEqualTo(1);
  }

  @Test
  default void clearing_takesOnlyWhatIsNamed() {
    Putting.at(SPEAKER).saying(FIRST, SECOND, THIRD).to(table());

    table().clear(SPEAKER, Set.of(FIRST, THIRD)::contains);

    assertThat(speaker().outbox()).containsExactly(SECOND);
  }

  @Test
  default void clearing_leavesVersionCommitAndDocAlone() {
    Putting.at(SPEAKER).doc("{\"n\":1}").saying(FIRST, SECOND).to(table());
    Item before = speaker();

    table().clear(SPEAKER, Set.of(FIRST)::contains);

    assertThat(speaker()).usingRecursiveComparison().ignoringFields("outbox").isEqualTo(before);
  }

  @Test
  default void clearing_doesNotDisturbAWriterWhoReadBefore() {
    Putting.at(SPEAKER).saying(FIRST).to(table());
    Item read = speaker();
    table().clear(SPEAKER, Set.of(FIRST)::contains);

    assertThat(Putting.at(SPEAKER).saying(SECOND).over(read).to(table())).isTrue();
    assertThat(speaker().outbox()).containsExactly(SECOND);
  }

  @Test
  default void clearingMany_takesOfEachWhatIsNamed() {
    Putting.at("a").saying(entry("a", 1)).to(table());
    Putting.at("b").saying(entry("b", 1), entry("b", 2)).to(table());
    Putting.at("c").saying(entry("c", 1)).to(table());
    Item before = table().read(Key.ofEntity("a")).orElseThrow();

    table()
        .clearEach(
            Map.of(
                Key.ofEntity("a"), entry("a", 1)::equals,
                Key.ofEntity("b"), entry("b", 2)::equals,
                Key.ofEntity("c"), entry("c", 2)::equals,
                Key.ofEntity("nobody"), entry("nobody", 1)::equals));

    Item after = table().read(Key.ofEntity("a")).orElseThrow();
    assertThat(after).usingRecursiveComparison().ignoringFields("outbox").isEqualTo(before);
    assertThat(after.outbox()).isEmpty();
    assertThat(outboxOf("b")).containsExactly(entry("b", 1));
    assertThat(outboxOf("c")).containsExactly(entry("c", 1));
    assertThat(table().read(Key.ofEntity("nobody"))).isEmpty();
  }

  private List<Unsent> outboxOf(String entity) {
    return table().read(Key.ofEntity(entity)).orElseThrow().outbox();
  }

  @Test
  default void anEntryWithAnotherText_isNotCleared() {
    Putting.at(SPEAKER).saying(FIRST).to(table());

    table().clear(SPEAKER, Set.of(new Unsent(FIRST.id(), "{\"n\":99}"))::contains);

    assertThat(speaker().outbox()).containsExactly(FIRST);
  }

  @Test
  default void clearingWhatIsNotThere_isNothing() {
    Putting.at(SPEAKER).saying(FIRST).to(table());

    table().clear(SPEAKER, Set.of(SECOND)::contains);
    table().clear(Key.ofEntity("nobody"), Set.of(FIRST)::contains);

    assertThat(speaker().outbox()).containsExactly(FIRST);
    assertThat(table().read(Key.ofEntity("nobody"))).isEmpty();
  }

  @Test
  default void anEntrySaidWhileOthersAreCleared_survives() throws Exception {
    int entries = 20;
    Putting.at(SPEAKER).to(table());
    ExecutorService clearer = Executors.newSingleThreadExecutor();
    try {
      List<Future<?>> clearings = new ArrayList<>();
      for (int n = 1; n <= entries; n++) {
        Unsent said = entry("speaker", n);
        Putting.at(SPEAKER).saying(said).over(speaker()).to(table());
        if (n % 2 == 0)
          clearings.add(clearer.submit(() -> table().clear(SPEAKER, Set.of(said)::contains)));
      }
      for (Future<?> clearing : clearings) clearing.get();
    } finally {
      clearer.shutdown();
    }

    assertThat(speaker().outbox())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, entries)
                .filter(n -> n % 2 == 1)
                .mapToObj(n -> entry("speaker", n))
                .toList());
  }

  @Test
  default void theSweep_findsWhatEverSpokeOrHasAnOutbox_andOneKindMore() {
    Putting.at("silent").to(table());
    Putting.at("cleared").saying(entry("cleared", 1)).to(table());
    Putting.at("marked").saying(entry("marked", 1)).to(table());
    Putting.at("spoke").saying(entry("spoke", 1)).to(table());
    Putting.at("answers").saying(entry("answers", 1)).sequence(0).to(table());
    Putting.at("hears").kind("ear").to(table());
    Putting.at("hearsToo").kind("ear").to(table());
    table().clear(Key.ofEntity("cleared"), Set.of(entry("cleared", 1))::contains);
    table().waitUntil(Key.ofEntity("marked"), Instant.EPOCH);

    assertThat(swept())
        .containsExactlyInAnyOrder("cleared", "marked", "spoke", "answers", "hears", "hearsToo");
  }

  @Test
  default void theSweep_givesTheWholeOutboxAndTheSequence() {
    Putting.at(SPEAKER).saying(FIRST, SECOND).to(table());

    assertThat(table().speakersAnd("ear", null).items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.outbox()).containsExactly(FIRST, SECOND);
              assertThat(item.sequence()).isEqualTo(2);
            });
  }

  /** Large enough that no single answer holds them all. */
  @Test
  default void theSweep_goesOnOverPages() {
    String large = "\"" + "x".repeat(200_000) + "\"";
    for (int n = 0; n < 8; n++)
      Putting.at("n" + n).doc(large).saying(entry("n" + n, 1)).to(table());

    assertThat(swept()).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  default void everything_isShownOnce_pageByPage() {
    for (int n = 0; n < 7; n++) Putting.at("n" + n).to(table());
    Putting.at(new Key("n1", "other")).to(table());
    List<Key> found = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page<Item> page = table().all(cursor, 3);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
      page.items().forEach(item -> found.add(item.key()));
      cursor = page.cursor();
    } while (cursor != null);

    assertThat(found).hasSize(8).doesNotHaveDuplicates();
  }

  private List<String> swept() {
    List<String> found = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page<Item> page = table().speakersAnd("ear", cursor);
      page.items().forEach(item -> found.add(item.key().partition()));
      cursor = page.cursor();
    } while (cursor != null);
    return found;
  }

  private Item speaker() {
    return table().read(SPEAKER).orElseThrow();
  }
}
