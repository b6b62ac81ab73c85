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
import waybill.kit.commit.Unsent;
import waybill.kit.commit.Write;

/** A table in which nobody may ask for a copy of what was registered. */
record Unread(Table table) implements Table {

  @Override
  public Optional<Item> read(Key key) {
    if (key.place().equals("item")) throw new AssertionError("read " + key);
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
