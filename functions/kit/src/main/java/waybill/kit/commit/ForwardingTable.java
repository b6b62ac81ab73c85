package waybill.kit.commit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Another table, seen through: a view says only where it differs. What shares a request goes on
 * sharing it, past what a view says of a single row.
 */
public class ForwardingTable implements Table {
  private final Table table;

  public ForwardingTable(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Item> read(Key key) {
    return table.read(key);
  }

  @Override
  public List<Item> readEach(Collection<Key> keys) {
    return table.readEach(keys);
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
  public List<Item> behind(String partition, String placePrefix, String place, int limit) {
    return table.behind(partition, placePrefix, place, limit);
  }

  @Override
  public Page<Item> related(String to, @Nullable String cursor, int limit) {
    return table.related(to, cursor, limit);
  }

  @Override
  public boolean write(Write write) {
    return table.write(write);
  }

  @Override
  public List<Boolean> writeEach(List<Write> writes) {
    return table.writeEach(writes);
  }

  @Override
  public void clear(Key key, Predicate<Unsent> routed) {
    table.clear(key, routed);
  }

  @Override
  public void clearEach(Map<Key, Predicate<Unsent>> routed) {
    table.clearEach(routed);
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
  public List<Item> due(Instant by) {
    return table.due(by);
  }

  @Override
  public boolean due(Instant by, Predicate<List<Item>> goOn) {
    return table.due(by, goOn);
  }

  @Override
  public Page<Item> speakersAnd(String kind, @Nullable String cursor) {
    return table.speakersAnd(kind, cursor);
  }

  @Override
  public Page<Item> all(@Nullable String cursor, int limit) {
    return table.all(cursor, limit);
  }
}
