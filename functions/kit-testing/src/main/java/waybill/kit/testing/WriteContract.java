package waybill.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.kit.testing.Putting.together;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import waybill.kit.Limits;
import waybill.kit.commit.Change;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;
import waybill.kit.commit.Write;

/** All of a write or nothing of it, and only against the versions that were read. */
@NoBooks("what a port promises")
public interface WriteContract {
  Key ONE = Key.ofEntity("one");
  Key TWO = Key.ofEntity("two");

  Table table();

  @Test
  default void nothing_isReadWhereNothingWasWritten() {
    assertThat(table().read(ONE)).isEmpty();
  }

  @Test
  default void aWrite_isReadAtOnce() {
    String commit = UUID.randomUUID().toString();
    table().write(new Write(commit, List.of(Putting.at(ONE).doc("{\"n\":1}").put())));

    assertThat(table().read(ONE))
        .hasValueSatisfying(
            item -> {
              assertThat(item.key()).isEqualTo(ONE);
              assertThat(item.kind()).isEqualTo("thing");
              assertThat(item.version()).isEqualTo(1);
              assertThat(item.commit()).isEqualTo(commit);
              assertThat(item.doc()).isEqualTo("{\"n\":1}");
            });
  }

  @Test
  default void expectingNothing_failsWhereSomethingIs() {
    Putting.at(ONE).doc("{\"n\":1}").to(table());

    assertThat(Putting.at(ONE).doc("{\"n\":2}").to(table())).isFalse();
    assertThat(docAt(ONE)).hasValue("{\"n\":1}");
  }

  @Test
  default void expectingSomething_failsWhereNothingIs() {
    assertThat(Putting.at(ONE).expecting(1).to(table())).isFalse();
    assertThat(table().read(ONE)).isEmpty();
  }

  @Test
  default void expectingAnOldVersion_fails() {
    Putting.at(ONE).to(table());
    Putting.at(ONE).expecting(1).doc("{\"n\":2}").to(table());

    assertThat(Putting.at(ONE).expecting(1).doc("{\"n\":3}").to(table())).isFalse();
    assertThat(docAt(ONE)).hasValue("{\"n\":2}");
  }

  @Test
  default void oneConflict_leavesNothingOfTheWrite() {
    Putting.at(TWO).to(table());

    assertThat(together(table(), Putting.at(ONE).put(), Putting.at(TWO).put())).isFalse();
    assertThat(table().read(ONE)).isEmpty();
  }

  @Test
  default void aCheck_letsTheWritePassAndChangesNothing() {
    Putting.at(TWO).to(table());

    assertThat(together(table(), Putting.at(ONE).put(), new Change.Check(TWO, 1))).isTrue();
    assertThat(table().read(TWO)).map(Item::version).hasValue(1L);
  }

  @Test
  default void aCheckOfNothing_holdsWhereNothingIs() {
    assertThat(together(table(), new Change.Check(TWO, 0))).isTrue();
    assertThat(table().read(TWO)).isEmpty();
  }

  @Test
  default void aFailedCheck_stopsTheWrite() {
    Putting.at(TWO).to(table());

    assertThat(together(table(), Putting.at(ONE).put(), new Change.Check(TWO, 2))).isFalse();
    assertThat(table().read(ONE)).isEmpty();
  }

  @Test
  default void aRemove_takesTheItemAway() {
    Putting.at(ONE).to(table());

    assertThat(together(table(), new Change.Remove(ONE, 1))).isTrue();
    assertThat(table().read(ONE)).isEmpty();
  }

  @Test
  default void aRemoveOfAnOldVersion_fails() {
    Putting.at(ONE).to(table());

    assertThat(together(table(), new Change.Remove(ONE, 2))).isFalse();
    assertThat(table().read(ONE)).isPresent();
  }

  @Test
  default void row62_aLostAnswer_isRecognisedByTheCommitId() {
    Write again = new Write(UUID.randomUUID().toString(), List.of(Putting.at(ONE).put()));
    table().write(again);

    assertThat(table().write(again)).isTrue();
    assertThat(table().read(ONE)).map(Item::version).hasValue(1L);
  }

  @Test
  default void row2_aLostAnswerOfManyItems_isRecognisedByTheCommitId() {
    Putting.at("gone").to(table());
    Write again =
        new Write(
            UUID.randomUUID().toString(),
            List.of(
                Putting.at(ONE).put(),
                Putting.at(TWO).put(),
                new Change.Remove(Key.ofEntity("gone"), 1)));
    table().write(again);

    assertThat(table().write(again)).isTrue();
    assertThat(table().read(TWO)).map(Item::version).hasValue(1L);
  }

  @Test
  default void theSameChangeOfAnotherCommit_isAConflict() {
    together(table(), Putting.at(ONE).put(), Putting.at(TWO).put());

    assertThat(Putting.at(ONE).to(table())).isFalse();
    assertThat(together(table(), Putting.at(ONE).put(), Putting.at(TWO).put())).isFalse();
  }

  @Test
  default void racingWriters_loseNoUpdate() throws Exception {
    int writers = 16;
    Putting.at(ONE).doc("0").to(table());

    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      List<Callable<Void>> work =
          IntStream.range(0, writers).mapToObj(i -> this.counting()).toList();
      for (Future<Void> done : threads.invokeAll(work)) done.get();
    } finally {
      threads.shutdown();
    }

    assertThat(docAt(ONE)).hasValue("16");
  }

  private Callable<Void> counting() {
    return () -> {
      while (true) {
        Item item = table().read(ONE).orElseThrow();
        String more = String.valueOf(Integer.parseInt(item.doc()) + 1);
        if (Putting.at(ONE).over(item).doc(more).to(table())) return null;
      }
    };
  }

  @Test
  default void readingMany_givesThoseThatAreThere() {
    Putting.at(ONE).doc("{\"n\":1}").to(table());
    Putting.at(TWO).to(table());

    assertThat(table().readEach(List.of(TWO, Key.ofEntity("three"), ONE)))
        .extracting(Item::key)
        .containsExactlyInAnyOrder(ONE, TWO);
    assertThat(table().readEach(List.of())).isEmpty();
  }

  @Test
  default void readingMore_thanOneAnswerHolds_givesAll() {
    List<Key> keys = new ArrayList<>();
    for (int n = 0; n < 120; n++) {
      Putting.at("n" + n).to(table());
      keys.add(Key.ofEntity("n" + n));
    }

    assertThat(table().readEach(keys)).hasSize(120);
  }

  @Test
  default void writesOfTheirOwn_areEachDoneOrNot() {
    Putting.at(ONE).to(table());
    List<Write> writes = new ArrayList<>();
    for (int n = 0; n < 30; n++) writes.add(alone(Putting.at("n" + n).doc("{\"n\":1}").put()));
    writes.add(3, alone(Putting.at(ONE).doc("{\"n\":2}").put()));

    List<Boolean> done = table().writeEach(writes);

    assertThat(done).hasSize(31);
    assertThat(done.get(3)).isFalse();
    assertThat(done.stream().filter(one -> one)).hasSize(30);
    assertThat(docAt(ONE)).hasValue("{}");
    assertThat(docAt(Key.ofEntity("n29"))).hasValue("{\"n\":1}");
  }

  @Test
  default void aWriteOfItsOwn_leavesWhatASingleOneLeaves() {
    Instant due = Instant.parse("2026-01-01T00:00:00Z");
    Putting.at(ONE).due(due).listed("things", "1").to(table());
    Putting.at(TWO).due(due).listed("things", "2").to(table());
    Item one = table().read(ONE).orElseThrow();
    Item two = table().read(TWO).orElseThrow();

    List<Boolean> done =
        table()
            .writeEach(
                List.of(
                    alone(Putting.at(ONE).over(one).doc("{\"n\":2}").put()),
                    alone(Putting.at(TWO).over(two).doc("{\"n\":3}").due(due).put())));

    assertThat(done).containsExactly(true, true);
    assertThat(table().read(ONE))
        .hasValueSatisfying(
            item -> {
              assertThat(item.doc()).isEqualTo("{\"n\":2}");
              assertThat(item.version()).isEqualTo(2);
              assertThat(item.due()).isNull();
            });
    assertThat(table().read(TWO)).map(Item::due).hasValue(due);
    assertThat(table().list("things", null, 10).items()).isEmpty();
  }

  @Test
  default void row62_aLostAnswerOfWritesOfTheirOwn_isRecognisedByTheirIds() {
    List<Write> again = List.of(alone(Putting.at(ONE).put()), alone(Putting.at(TWO).put()));
    table().writeEach(again);

    assertThat(table().writeEach(again)).containsExactly(true, true);
    assertThat(table().read(TWO)).map(Item::version).hasValue(1L);
  }

  private static Write alone(Change change) {
    return new Write(UUID.randomUUID().toString(), List.of(change));
  }

  @Test
  default void row5_twoChangesOfOneItem_areRefused() {
    assertThatThrownBy(() -> together(table(), Putting.at(ONE).put(), new Change.Check(ONE, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one/item");
    assertThat(table().read(ONE)).isEmpty();
  }

  @Test
  default void row5_asManyItemsAsACommitMayHave_areWritten() {
    assertThat(together(table(), puts(Limits.COMMIT_ITEMS_MAX))).isTrue();
    assertThat(table().read(Key.ofEntity("n0"))).isPresent();
  }

  @Test
  default void row5_oneItemMore_isRefused() {
    assertThatThrownBy(() -> together(table(), puts(Limits.COMMIT_ITEMS_MAX + 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(table().read(Key.ofEntity("n0"))).isEmpty();
  }

  private static Change[] puts(int number) {
    return IntStream.range(0, number)
        .mapToObj(n -> Putting.at("n" + n).put())
        .toArray(Change[]::new);
  }

  private Optional<String> docAt(Key key) {
    return table().read(key).map(Item::doc);
  }
}
