package waybill.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Page;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unavailable;
import waybill.kit.commit.Unsent;
import waybill.kit.commit.Write;

/** A table that takes so many writes and then, for now, no more. */
final class Busy implements Table {
  private final Table table;
  private int left;

  Busy(Table table, int writes) {
    this.table = table;
    this.left = writes;
  }

  @Override
  public boolean write(Write write) {
    if (left-- <= 0) throw new Unavailable("throttled", new IllegalStateException("in a test"));
    return table.write(write);
  }

  @Override
  public Optional<Item> read(Key key) {
    return table.read(key);
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
  public List<Item> due(Instant by) {
    return table.due(by);
  }

  @Override
  public Page<Item> unsent(@Nullable String cursor) {
    return table.unsent(cursor);
  }
}
