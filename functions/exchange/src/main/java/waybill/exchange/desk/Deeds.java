package waybill.exchange.desk;

import org.jspecify.annotations.Nullable;
import waybill.contracts.exchange.DeskDeedList;
import waybill.exchange.job.Job;
import waybill.exchange.subscribe.Subscription;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Page;
import waybill.kit.commit.Table;

/** Who ordered what. */
final class Deeds {
  private final Table table;

  Deeds(Table table) {
    this.table = table;
  }

  /** Newest first. */
  DeskDeedList of(Subscription subscription, @Nullable String cursor, int limit) {
    Page<DeskDeedList.Deed> page =
        table
            .list(Deed.listOf(subscription.id()), cursor, limit)
            .map(item -> shown(Cell.of(item, Deed.class).required()));
    return new DeskDeedList(page.items(), page.cursor());
  }

  /** Of an edit, and only of one. */
  Decided.@Nullable Digests digests(Job edit) {
    String chosen = Task.of(edit).messageId();
    if (chosen == null) return null;
    Deed deed = Cell.read(table, Deed.keyOf(edit.id(), chosen), Deed.class).value();
    return deed == null || deed.before() == null || deed.after() == null
        ? null
        : new Decided.Digests(deed.before(), deed.after());
  }

  private static DeskDeedList.Deed shown(Deed deed) {
    return new DeskDeedList.Deed(
        deed.job(),
        deed.messageId(),
        deed.order(),
        deed.group(),
        deed.reason(),
        deed.by(),
        deed.at(),
        deed.before(),
        deed.after());
  }
}
