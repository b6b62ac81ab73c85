package waybill.users;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Page;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unsent;
import waybill.kit.commit.Write;

/** A table in which something else happens, once, at the worst moment: races without threads. */
final class Meanwhile implements Table {
  private final Table table;
  private final Queue<Runnable> afterReads = new ArrayDeque<>();
  private final Queue<Runnable> beforeWrites = new ArrayDeque<>();

  Meanwhile(Table table) {
    this.table = table;
  }

  void afterNextRead(Runnable meanwhile) {
    afterReads.add(meanwhile);
  }

  void beforeNextWrite(Runnable meanwhile) {
    beforeWrites.add(meanwhile);
  }

  @Override
  public Optional<Item> read(Key key) {
    Optional<Item> read = table.read(key);
    runNext(afterReads);
    return read;
  }

  @Override
  public boolean write(Write write) {
    runNext(beforeWrites);
    return table.write(write);
  }

  /** Taken before it is run: what runs reads and writes here too. */
  private static void runNext(Queue<Runnable> waiting) {
    Runnable next = waiting.poll();
    if (next != null) next.run();
  }

  @Override
  public List<Item> under(String partition, String placePrefix, int limit) {
    return table.under(partition, placePrefix, limit);
  }

  @Override
  public Page<Item> list(String list, @Nullable String cursor, int limit) {
    return table.list(list, cursor, limit);
  }

  @Override
  public void clear(Key key, Set<Unsent> routed) {
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
