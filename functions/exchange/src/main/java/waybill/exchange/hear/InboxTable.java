package waybill.exchange.hear;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import waybill.kit.commit.Change;
import waybill.kit.commit.ForwardingTable;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unsent;
import waybill.kit.commit.Write;
import waybill.kit.inbox.Standing;
import waybill.kit.outbox.Speaker;

/**
 * The exchange's table as its inbox sees it: what else is due there is for others, and an outbox is
 * noticed when it is written or met, since no stream tells of it.
 */
public final class InboxTable extends ForwardingTable {
  private final Map<Key, Speaker> speakers = new LinkedHashMap<>();

  public InboxTable(Table table) {
    super(table);
  }

  /** Those that were noticed since this was asked last. */
  public List<Speaker> speakers() {
    List<Speaker> noticed = List.copyOf(speakers.values());
    speakers.clear();
    return noticed;
  }

  @Override
  public Optional<Item> read(Key key) {
    Optional<Item> found = super.read(key);
    found.ifPresent(this::notice);
    return found;
  }

  @Override
  public List<Item> readEach(Collection<Key> keys) {
    List<Item> found = super.readEach(keys);
    found.forEach(this::notice);
    return found;
  }

  private void notice(Item item) {
    if (!item.outbox().isEmpty()) speakers.put(item.key(), Speaker.of(item));
  }

  @Override
  public boolean write(Write write) {
    boolean written = super.write(write);
    if (written) write.changes().forEach(this::notice);
    return written;
  }

  @Override
  public List<Boolean> writeEach(List<Write> writes) {
    List<Boolean> written = super.writeEach(writes);
    for (int at = 0; at < writes.size(); at++)
      if (written.get(at)) writes.get(at).changes().forEach(this::notice);
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
    return ofInbox(super.due(by));
  }

  @Override
  public boolean due(Instant by, Predicate<List<Item>> goOn) {
    return super.due(by, found -> goOn.test(ofInbox(found)));
  }

  private static List<Item> ofInbox(List<Item> due) {
    return due.stream().filter(item -> item.kind().equals(Standing.KIND)).toList();
  }
}
