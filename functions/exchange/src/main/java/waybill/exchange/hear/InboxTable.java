package waybill.exchange.hear;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.kit.commit.Change;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Page;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unsent;
import waybill.kit.commit.Write;
import waybill.kit.outbox.Speaker;

/**
 * The exchange's table as its inbox sees it: deliveries and messages that are due are left to
 * others, and an outbox is noticed when it is written or met, since no stream tells of it.
 */
public final class InboxTable implements Table {
  private final Table table;
  private final Map<Key, Speaker> speakers = new LinkedHashMap<>();

  public InboxTable(Table table) {
    this.table = table;
  }

  /** Those that were noticed since this was asked last. */
  public List<Speaker> speakers() {
    List<Speaker> noticed = List.copyOf(speakers.values());
    speakers.clear();
    return noticed;
  }

  @Override
  public Optional<Item> read(Key key) {
    Optional<Item> found = table.read(key);
    found.filter(item -> !item.outbox().isEmpty()).ifPresent(this::notice);
    return found;
  }

  private void notice(Item item) {
    speakers.put(item.key(), Speaker.of(item));
  }

  @Override
  public boolean write(Write write) {
    boolean written = table.write(write);
    if (written) write.changes().forEach(this::notice);
    return written;
  }

  private void notice(Change change) {
    if (!(change instanceof Change.Put put) || put.says().isEmpty()) return;
    Speaker before = speakers.get(put.key());
    List<Unsent> outbox = new ArrayList<>(before == null ? List.of() : before.outbox());
    outbox.addAll(put.says());
    speakers.put(put.key(), new Speaker(put.key(), outbox));
  }

  @Override
  public List<Item> due(Instant by) {
    return table.due(by).stream()
        .filter(item -> !Delivery.isAt(item.key()) && !Entry.isAt(item.key()))
        .toList();
  }

  @Override
  public List<Item> under(String partition, String placePrefix, int limit) {
    return table.under(partition, placePrefix, limit);
  }

  @Override
  public Page<Item> list(String list, String placePrefix, @Nullable String cursor, int limit) {
    return table.list(list, placePrefix, cursor, limit);
  }

  @Override
  public void clear(Key key, Predicate<Unsent> routed) {
    table.clear(key, routed);
  }

  @Override
  public void waitUntil(Key key, Instant due) {
    table.waitUntil(key, due);
  }

  @Override
  public void waitNoLonger(Key key, Instant due) {
    table.waitNoLonger(key, due);
  }

  @Override
  public Page<Item> unsent(@Nullable String cursor) {
    return table.unsent(cursor);
  }
}
