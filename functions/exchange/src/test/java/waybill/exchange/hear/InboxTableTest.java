package waybill.exchange.hear;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.testing.Putting.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.kit.commit.Key;
import waybill.kit.commit.Write;
import waybill.kit.outbox.Speaker;
import waybill.kit.testing.MemoryTable;
import waybill.kit.testing.NoBooks;
import waybill.kit.testing.Putting;

/** No stream tells of an outbox here. */
@NoBooks("what is noticed")
class InboxTableTest {
  private final MemoryTable table = new MemoryTable();
  private final InboxTable seen = new InboxTable(table);

  @Test
  void whoSpeaksInABatchOfWrites_isNoticed_unlessItWasNotWritten() {
    Putting.at("late").to(table);

    seen.writeEach(List.of(saying("a"), saying("late"), saying("b")));

    assertThat(seen.speakers())
        .containsExactly(
            new Speaker(Key.ofEntity("a"), List.of(entry("a", 1))),
            new Speaker(Key.ofEntity("b"), List.of(entry("b", 1))));
  }

  @Test
  void whoIsReadInABatch_isNoticed_ifItHasSomethingToSay() {
    Putting.at("a").saying(entry("a", 1)).to(table);
    Putting.at("silent").to(table);

    seen.readEach(List.of(Key.ofEntity("a"), Key.ofEntity("silent")));

    assertThat(seen.speakers())
        .containsExactly(new Speaker(Key.ofEntity("a"), List.of(entry("a", 1))));
  }

  private static Write saying(String id) {
    return new Write("commit-" + id, List.of(Putting.at(id).saying(entry(id, 1)).put()));
  }
}
