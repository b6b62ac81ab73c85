package waybill.exchange;

import waybill.kit.commit.Table;
import waybill.kit.commit.Unavailable;
import waybill.kit.commit.Write;
import waybill.kit.testing.RowByRow;

/** A table that takes so many writes and then, for now, no more. */
final class Busy extends RowByRow {
  private int left;

  Busy(Table table, int writes) {
    super(table);
    this.left = writes;
  }

  @Override
  public boolean write(Write write) {
    if (left-- <= 0) throw new Unavailable("throttled", new IllegalStateException("in a test"));
    return super.write(write);
  }
}
