package waybill.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.testing.Putting.entry;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.Routed;
import waybill.contracts.exchange.RoutedMessage;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Unsent;
import waybill.kit.inbox.Standing;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.MemoryTable;
import waybill.kit.testing.Putting;

@BooksBalance
class ClearingTest {
  private static final Unsent FIRST = entry("a", 1);
  private static final Unsent SECOND = entry("a", 2);

  private final MemoryTable table = new MemoryTable();
  private final Clearing clearing = new Clearing(table, Standing::keyOf);

  @Test
  void whatWasRouted_leavesTheOutbox() {
    Putting.at("a").saying(FIRST, SECOND).to(table);

    clearing.of(routed(FIRST));

    assertThat(outboxOf(Key.ofEntity("a"))).containsExactly(SECOND);
  }

  @Test
  void messagesOfManyKeys_areClearedTogether() {
    Putting.at("a").saying(FIRST, SECOND).to(table);
    Putting.at("b").saying(entry("b", 1)).to(table);

    clearing.of(routed(SECOND, entry("b", 1), FIRST));

    assertThat(outboxOf(Key.ofEntity("a"))).isEmpty();
    assertThat(outboxOf(Key.ofEntity("b"))).isEmpty();
  }

  @Test
  void row61_anotherMessageUnderTheSameIdentity_clearsNothing() {
    Putting.at("a").saying(FIRST).to(table);

    clearing.of(routed(new Unsent(FIRST.id(), "{\"another\":1}")));

    assertThat(outboxOf(Key.ofEntity("a"))).containsExactly(FIRST);
  }

  @Test
  void row40_aReportThatComesTwiceOrOfNobody_isNothing() {
    Putting.at("a").saying(FIRST).to(table);

    clearing.of(routed(FIRST));
    clearing.of(routed(FIRST, entry("nobody", 1)));

    assertThat(outboxOf(Key.ofEntity("a"))).isEmpty();
    assertThat(table.read(Key.ofEntity("nobody"))).isEmpty();
  }

  @Test
  void aNotedReceipt_leavesTheInboxRow() {
    Key inbox = Standing.keyOf("users", "a");
    Putting.at(inbox).saying(FIRST, SECOND).to(table);

    clearing.of(new Routed(List.of(), List.of(FIRST.id())));

    assertThat(outboxOf(inbox)).containsExactly(SECOND);
  }

  @Test
  void aNotedReceipt_doesNotClearAMessageOfThatName() {
    Putting.at("a").saying(FIRST).to(table);

    clearing.of(new Routed(List.of(), List.of(FIRST.id())));

    assertThat(outboxOf(Key.ofEntity("a"))).containsExactly(FIRST);
  }

  private static Routed routed(Unsent... entries) {
    return new Routed(
        Stream.of(entries).map(entry -> new RoutedMessage(entry.id(), entry.digest())).toList(),
        List.of());
  }

  private List<Unsent> outboxOf(Key key) {
    return table.read(key).map(Item::outbox).orElseThrow();
  }
}
