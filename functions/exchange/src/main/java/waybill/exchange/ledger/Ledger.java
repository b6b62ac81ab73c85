package waybill.exchange.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.MessageId;
import waybill.kit.Ids;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Change;
import waybill.kit.commit.Item;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Table;

/** The exchange's table: entries, heads and deliveries, each written alone, by its version. */
public final class Ledger {
  private static final int SUBSCRIBERS_MAX = 1_000;

  private final Table table;
  private final Ids ids;
  private final Catalog catalog;

  public Ledger(Service exchange) {
    this.table = exchange.table();
    this.ids = exchange.ids();
    this.catalog = exchange.catalog();
  }

  public Duration retention(ContractId contract) {
    return catalog.definition(contract.name()).retention();
  }

  public Cell<Head> head(MessageId id) {
    return Cell.read(table, Head.keyOf(id), Head.class);
  }

  public Cell<Entry> entry(MessageId id) {
    return Cell.read(table, Entry.keyOf(id), Entry.class);
  }

  /** Whether the entry is there and nothing says when it goes. */
  public boolean stays(MessageId id) {
    return table.read(Entry.keyOf(id)).filter(item -> item.expires() == null).isPresent();
  }

  public Cell<Delivery> delivery(MessageId id, String subscriber) {
    return Cell.read(table, Delivery.keyOf(id, subscriber), Delivery.class);
  }

  /** The entry and its deliveries, or nothing. */
  public List<Item> all(MessageId id) {
    return table.under(id.toString(), "", SUBSCRIBERS_MAX);
  }

  public List<Item> deliveries(MessageId id) {
    return table.under(id.toString(), Delivery.PLACES, SUBSCRIBERS_MAX);
  }

  public List<Item> due(Instant by) {
    return table.due(by);
  }

  /** False if somebody else wrote it first. */
  public <T> boolean write(
      Cell<T> cell, T value, @Nullable Instant due, @Nullable Instant expires) {
    Change change = cell.put(value, due, expires);
    return Prepared.of(change).writeTo(table, ids.next());
  }

  public <T> boolean write(Cell<T> cell, T value) {
    return write(cell, value, null, null);
  }
}
