package waybill.contracts.verdict;

/** When a verdict has to be there. */
final class Deadline {
  private final long start = System.nanoTime();
  private final long millis;

  Deadline(long millis) {
    this.millis = millis;
  }

  private long left() {
    return millis - (System.nanoTime() - start) / 1_000_000;
  }

  boolean isOver() {
    return left() <= 0;
  }

  /** Whether there is time for more than what has to be said. */
  boolean isFar() {
    return left() > millis / 3;
  }

  /** What one of several ways to find out may take. */
  long share() {
    return Math.max(1, left() * 6 / 10);
  }
}
