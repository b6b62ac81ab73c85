package waybill.kit.testing;

import java.util.Random;
import waybill.kit.commit.Table;
import waybill.kit.commit.Write;

/**
 * The same table in bad weather: around some of its writes the process ends, or somebody else is
 * faster. The seed alone says which.
 */
public final class StormyTable extends RowByRow {
  private static final int ONE_IN = 20;

  private final Random random;
  private final Runnable somebodyElse;
  private boolean othersTurn;

  /**
   * @param somebodyElse works on the same table, not on this view of it
   */
  public StormyTable(Table table, Random random, Runnable somebodyElse) {
    super(table);
    this.random = random;
    this.somebodyElse = somebodyElse;
  }

  /** The machine is gone: no handler catches this, and nothing runs after it. */
  public static final class Ended extends Error {
    private static final long serialVersionUID = 1L;

    private Ended(String when) {
      super(when);
    }
  }

  @Override
  public boolean write(Write write) {
    if (strikes()) throw new Ended("before a write");
    if (strikes() && !othersTurn) overtake();
    boolean written = super.write(write);
    if (strikes()) throw new Ended("after a write");
    return written;
  }

  private void overtake() {
    othersTurn = true;
    try {
      somebodyElse.run();
    } finally {
      othersTurn = false;
    }
  }

  private boolean strikes() {
    return random.nextInt(ONE_IN) == 0;
  }
}
