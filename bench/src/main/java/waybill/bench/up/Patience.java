package waybill.bench.up;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits, now and then looking. */
final class Patience {
  private static final long MOMENT_MILLIS = 200;

  private Patience() {}

  static void aMoment() {
    try {
      Thread.sleep(MOMENT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static void until(String what, Duration most, BooleanSupplier isSo) {
    long end = System.nanoTime() + most.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) throw new IllegalStateException("in vain: " + what);
      aMoment();
    }
  }
}
