package waybill.sagas;

import java.util.Optional;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;
import waybill.kit.commit.Write;
import waybill.kit.testing.RowByRow;

/** A table whose reader is gone before a chosen call, or after the write of it. */
final class Fuse extends RowByRow {
  /** The machine is gone: no handler catches this, and nothing runs after it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final int most;
  private final boolean afterwards;
  private int calls;

  /**
   * @param afterwards whether a write that is the last call still reaches the table
   */
  Fuse(Table table, int most, boolean afterwards) {
    super(table);
    this.most = most;
    this.afterwards = afterwards;
  }

  private void count() {
    if (calls++ >= most) throw new Killed();
  }

  @Override
  public Optional<Item> read(Key key) {
    count();
    return super.read(key);
  }

  @Override
  public boolean write(Write write) {
    if (calls >= most && afterwards) super.write(write);
    count();
    return super.write(write);
  }
}
