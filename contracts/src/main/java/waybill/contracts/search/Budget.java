package waybill.contracts.search;

import java.util.function.BooleanSupplier;

/** How long may be thought about something. Not for several threads. */
public final class Budget {

  /** There is none left. */
  public static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1;

    Spent(String what) {
      super(what, null, false, false);
    }
  }

  private final long stepsMax;
  private final BooleanSupplier isLate;
  private long steps;

  /** So many steps, however long they take. */
  public Budget(long stepsMax) {
    this(stepsMax, () -> false);
  }

  public Budget(long stepsMax, BooleanSupplier isLate) {
    this.stepsMax = stepsMax;
    this.isLate = isLate;
  }

  public void step() {
    if (++steps > stepsMax) throw new Spent("more than " + stepsMax + " steps");
    if ((steps & 31) == 0) checkTime();
  }

  public void checkTime() {
    if (isLate.getAsBoolean()) throw new Spent("more time than there is");
  }
}
