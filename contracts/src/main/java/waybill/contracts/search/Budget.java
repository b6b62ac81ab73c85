package waybill.contracts.search;

/** How long may be thought about something, in steps and in time. Not for several threads. */
public final class Budget {

  /** There is none left. */
  public static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1;

    Spent(String what) {
      super(what, null, false, false);
    }
  }

  private final long stepsMax;
  private final long deadlineNanos;
  private long steps;

  public Budget(long stepsMax, long millisMax) {
    this.stepsMax = stepsMax;
    this.deadlineNanos = System.nanoTime() + millisMax * 1_000_000;
  }

  public void step() {
    if (++steps > stepsMax) throw new Spent("more than " + stepsMax + " steps");
    if ((steps & 31) == 0) checkTime();
  }

  public void checkTime() {
    if (System.nanoTime() > deadlineNanos) throw new Spent("more time than there is");
  }
}
