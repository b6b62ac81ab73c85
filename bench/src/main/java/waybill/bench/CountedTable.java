package waybill.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import waybill.kit.commit.Change;
import waybill.kit.commit.ForwardingTable;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Page;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unsent;
import waybill.kit.commit.Write;

/**
 * Counts calls, each of which is one request of the adapter, and the units that DynamoDB would
 * charge for the sizes of documents and messages.
 */
final class CountedTable extends ForwardingTable {
  private static final int READ_BYTES = 4096;
  private static final int WRITE_BYTES = 1024;

  private int calls;
  private double units;

  /** Since the last time. */
  record Count(int calls, double units) {}

  CountedTable(Table table) {
    super(table);
  }

  Count count() {
    Count count = new Count(calls, units);
    calls = 0;
    units = 0;
    return count;
  }

  private void charge(double more) {
    calls++;
    units += more;
  }

  @Override
  public Optional<Item> read(Key key) {
    Optional<Item> found = super.read(key);
    charge(parts(found.stream().mapToInt(CountedTable::bytes).sum(), READ_BYTES));
    return found;
  }

  @Override
  public List<Item> under(String partition, String placePrefix, int limit) {
    List<Item> found = super.under(partition, placePrefix, limit);
    charge(parts(bytes(found), READ_BYTES));
    return found;
  }

  /** Half a unit: the index can't be read consistently. */
  @Override
  public Page<Item> list(String list, String placePrefix, @Nullable String cursor, int limit) {
    Page<Item> found = super.list(list, placePrefix, cursor, limit);
    charge(parts(bytes(found.items()), READ_BYTES) / 2.0);
    return found;
  }

  @Override
  public List<Item> behind(String partition, String placePrefix, String place, int limit) {
    List<Item> found = super.behind(partition, placePrefix, place, limit);
    charge(parts(bytes(found), READ_BYTES));
    return found;
  }

  @Override
  public Page<Item> related(String to, @Nullable String cursor, int limit) {
    Page<Item> found = super.related(to, cursor, limit);
    charge(parts(bytes(found.items()), READ_BYTES) / 2.0);
    return found;
  }

  /** More than one item is a transaction, which counts twice; the index is written as well. */
  @Override
  public boolean write(Write write) {
    double sum = 0;
    int times = write.changes().size() > 1 ? 2 : 1;
    for (Change change : write.changes()) {
      int parts = change instanceof Change.Put put ? parts(bytes(put), WRITE_BYTES) : 1;
      boolean isListed = change instanceof Change.Put put && put.place() != null;
      sum += times * parts + (isListed ? parts : 0);
    }
    charge(sum);
    return super.write(write);
  }

  private static int parts(int bytes, int size) {
    return Math.max(1, (bytes + size - 1) / size);
  }

  private static int bytes(Collection<Item> items) {
    return items.stream().mapToInt(CountedTable::bytes).sum();
  }

  private static int bytes(Item item) {
    return bytes(item.doc()) + item.unsentBytes();
  }

  private static int bytes(Change.Put put) {
    return bytes(put.doc()) + put.says().stream().mapToInt(Unsent::bytes).sum();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public void clear(Key key, Predicate<Unsent> routed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void waitUntil(Key key, Instant due) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void waitNoLonger(Key key, Instant due) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Item> due(Instant by) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<Item> all(@Nullable String cursor, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<Item> speakersAnd(String kind, @Nullable String cursor) {
    throw new UnsupportedOperationException();
  }
}
