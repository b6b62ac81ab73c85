package waybill.bench.up;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits, now and then looking. */
final class Patience {
  private static final long MOMENT_MILLIS = 200;

  /** Whoever asks more often is load: 32 clients that asked five times a second were most of it. */
  private static final long ASKING_AGAIN_MILLIS = 1_000;

  private Patience() {}

  static void aMoment() {
    pause(MOMENT_MILLIS);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static void until(String what, Duration most, BooleanSupplier isSo) {
    long end = System.nanoTime() + most.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) throw new IllegalStateException("in vain: " + what);
      pause(ASKING_AGAIN_MILLIS);
    }
  }
}
