package waybill.contracts.verdict;

import java.util.function.LongSupplier;
import waybill.contracts.search.Budget;

/** When a verdict has to be there. */
final class Deadline {
  private static final long STEPS_MAX = 300_000;

  private final LongSupplier nanos;
  private final long start;
  private final long nanosMax;

  Deadline(long millisMax, LongSupplier nanos) {
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.nanosMax = millisMax * 1_000_000;
  }

  boolean isOver() {
    return left() <= 0;
  }

  /** Whether there is time for more than what has to be said. */
  boolean isFar() {
    return left() > nanosMax / 3;
  }

  /** What one of several ways to find out may take. */
  Budget share() {
    long leftForOthers = left() * 4 / 10;
    return new Budget(STEPS_MAX, () -> left() <= leftForOthers);
  }

  private long left() {
    return nanosMax - (nanos.getAsLong() - start);
  }
}
