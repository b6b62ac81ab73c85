package waybill.kit.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;
import waybill.kit.commit.Write;

/** The same table, seen by one who is overtaken at the worst moment: races without threads. */
public final class RacedTable extends RowByRow {
  private final Deque<Runnable> beforeWrites = new ArrayDeque<>();
  private final Deque<Runnable> afterWrites = new ArrayDeque<>();
  private final Deque<Runnable> afterReads = new ArrayDeque<>();

  public RacedTable(Table table) {
    super(table);
  }

  /** Happens right before the next write, or before one after it if several were named. */
  public RacedTable by(Runnable other) {
    beforeWrites.add(other);
    return this;
  }

  /** Happens right after the next write, whose writer does not know of it, nor of the write. */
  public RacedTable afterWriteBy(Runnable other) {
    afterWrites.add(other);
    return this;
  }

  /** Happens right after the next read, whose reader does not know of it. */
  public RacedTable afterReadBy(Runnable other) {
    afterReads.add(other);
    return this;
  }

  /** Nobody is faster from now on. */
  public void rests() {
    beforeWrites.clear();
  }

  /** Taken before it is run: what runs may read and write here too. */
  private static void runNext(Deque<Runnable> waiting) {
    Runnable next = waiting.poll();
    if (next != null) next.run();
  }

  @Override
  public boolean write(Write write) {
    runNext(beforeWrites);
    boolean written = super.write(write);
    runNext(afterWrites);
    return written;
  }

  @Override
  public Optional<Item> read(Key key) {
    Optional<Item> read = super.read(key);
    runNext(afterReads);
    return read;
  }
}
