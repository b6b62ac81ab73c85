package waybill.kit.sweep;

import java.util.List;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Statement;
import waybill.kit.Limits;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;
import waybill.kit.inbox.Held;
import waybill.kit.inbox.Standing;

/** What one part of a table says about what the service said and heard. */
record Books(List<Statement.Said> said, List<Statement.Heard> heard) {

  static Books of(List<Item> items, Table table) {
    return new Books(
        items.stream().filter(Books::isSpeaker).map(Books::said).toList(),
        items.stream()
            .filter(item -> item.kind().equals(Standing.KIND))
            .map(item -> heard(Standing.of(item), table))
            .toList());
  }

  /** The receipts on a standing are no messages of the service: they have no sequence. */
  private static boolean isSpeaker(Item item) {
    String id = item.key().partition();
    return item.sequence() > 0 && MessageId.isKey(id) && item.key().equals(Key.ofEntity(id));
  }

  private static Statement.Said said(Item item) {
    List<Long> unsent = item.outbox().stream().map(entry -> entry.messageId().sequence()).toList();
    return new Statement.Said(item.key().partition(), item.sequence(), unsent);
  }

  private static Statement.Heard heard(Standing standing, Table table) {
    List<Long> parked =
        standing.parked() == 0
            ? List.of()
            : Held.sequences(table, standing, Limits.STATEMENT_PARKED_MAX);
    return new Statement.Heard(
        standing.source(),
        standing.subject(),
        standing.watermark(),
        standing.tally().handled(),
        standing.tally().refused(),
        standing.tally().skipped(),
        parked,
        standing.parked());
  }

  /** How many keys had to be looked up. */
  int lookups() {
    return (int) heard.stream().filter(line -> line.parkedInAll() > 0).count();
  }
}
