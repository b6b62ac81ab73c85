package waybill.kit.commit;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a batch is going to look at in one request instead of one by one. Each item is handed
 * out once: whoever looks again, after a conflict or for another message of the same key, sees the
 * table. What was read too early misleads nobody, since every write is on condition of the version
 * that was read.
 */
public final class ReadAhead extends ForwardingTable {
  private final Table table;
  private final Map<Key, Optional<Item>> ahead = new HashMap<>();

  public ReadAhead(Table table) {
    super(table);
    this.table = table;
  }

  /** What was read for an earlier batch is forgotten; what fails here is read in its turn. */
  public void look(Collection<Key> keys) {
    ahead.clear();
    List<Key> distinct = List.copyOf(new LinkedHashSet<>(keys));
    if (distinct.size() < 2) return;
    List<Item> found;
    try {
      found = table.readEach(distinct);
    } catch (RuntimeException e) {
      return;
    }
    distinct.forEach(key -> ahead.put(key, Optional.empty()));
    found.forEach(item -> ahead.put(item.key(), Optional.of(item)));
  }

  @Override
  public Optional<Item> read(Key key) {
    Optional<Item> item = ahead.remove(key);
    return item == null ? table.read(key) : item;
  }

  @Override
  public boolean write(Write write) {
    write.changes().forEach(change -> ahead.remove(change.key()));
    return table.write(write);
  }

  @Override
  public List<Boolean> writeEach(List<Write> writes) {
    for (Write write : writes) write.changes().forEach(change -> ahead.remove(change.key()));
    return table.writeEach(writes);
  }
}
