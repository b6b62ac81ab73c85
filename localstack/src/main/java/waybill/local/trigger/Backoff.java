package waybill.local.trigger;

/** Pauses that grow while something keeps failing. */
final class Backoff {
  private static final long FIRST_MILLIS = 100;
  private static final long LAST_MILLIS = 5_000;

  private long millis = FIRST_MILLIS;

  void reset() {
    millis = FIRST_MILLIS;
  }

  /** False where the thread is to end. */
  boolean pause() {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      return false;
    }
    millis = Math.min(LAST_MILLIS, millis * 2);
    return true;
  }
}
