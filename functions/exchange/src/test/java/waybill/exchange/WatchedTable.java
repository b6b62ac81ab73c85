package waybill.exchange;

import java.time.Instant;
import java.util.Comparator;
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

/** A table that tells before each call, and shows no more than so many that are due. */
record WatchedTable(Table table, Runnable before, int dueMost) implements Table {

  WatchedTable(Table table, Runnable before) {
    this(table, before, Integer.MAX_VALUE);
  }

  @Override
  public Optional<Item> read(Key key) {
    before.run();
    return table.read(key);
  }

  @Override
  public List<Item> under(String partition, String placePrefix, int limit) {
    before.run();
    return table.under(partition, placePrefix, limit);
  }

  @Override
  public Page<Item> list(String list, String placePrefix, @Nullable String cursor, int limit) {
    before.run();
    return table.list(list, placePrefix, cursor, limit);
  }

  @Override
  public List<Item> behind(String partition, String placePrefix, String place, int limit) {
    before.run();
    return table.behind(partition, placePrefix, place, limit);
  }

  @Override
  public Page<Item> related(String to, @Nullable String cursor, int limit) {
    before.run();
    return table.related(to, cursor, limit);
  }

  @Override
  public boolean write(Write write) {
    before.run();
    return table.write(write);
  }

  @Override
  public void clear(Key key, Predicate<Unsent> routed) {
    before.run();
    table.clear(key, routed);
  }

  @Override
  public void waitUntil(Key key, Instant due) {
    before.run();
    table.waitUntil(key, due);
  }

  @Override
  public void waitNoLonger(Key key, Instant due) {
    before.run();
    table.waitNoLonger(key, due);
  }

  @Override
  public List<Item> due(Instant by) {
    before.run();
    return table.due(by).stream().sorted(Comparator.comparing(Item::due)).limit(dueMost).toList();
  }

  @Override
  public Page<Item> all(@Nullable String cursor, int limit) {
    before.run();
    return table.all(cursor, limit);
  }

  @Override
  public Page<Item> speakersAnd(String kind, @Nullable String cursor) {
    before.run();
    return table.speakersAnd(kind, cursor);
  }
}
