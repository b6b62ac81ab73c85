package waybill.kit.testing;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
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

/** The same table, seen by one who is overtaken at the worst moment: races without threads. */
public final class RacedTable implements Table {
  private final Table table;
  private final Deque<Runnable> beforeWrites = new ArrayDeque<>();
  private final Deque<Runnable> afterReads = new ArrayDeque<>();

  public RacedTable(Table table) {
    this.table = table;
  }

  /** Happens right before the next write, or before one after it if several were named. */
  public RacedTable by(Runnable other) {
    beforeWrites.add(other);
    return this;
  }

  /** Happens right after the next read, whose reader does not know of it. */
  public RacedTable afterReadBy(Runnable other) {
    afterReads.add(other);
    return this;
  }

  /** Taken before it is run: what runs may read and write here too. */
  private static void runNext(Deque<Runnable> waiting) {
    Runnable next = waiting.poll();
    if (next != null) next.run();
  }

  @Override
  public boolean write(Write write) {
    runNext(beforeWrites);
    return table.write(write);
  }

  @Override
  public Optional<Item> read(Key key) {
    Optional<Item> read = table.read(key);
    runNext(afterReads);
    return read;
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
