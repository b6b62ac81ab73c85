package waybill.kit.commit;

import java.util.concurrent.ThreadLocalRandom;

/** How long to step back before trying again. */
public interface Pause {
  int FIRST_MILLIS = 10;
  int LONGEST_MILLIS = 1_000;

  void after(int tries);

  /** Full jitter: those who collided come back at different times. */
  static Pause jittered() {
    return tries -> {
      int most = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(tries, 10));
      try {
        Thread.sleep(ThreadLocalRandom.current().nextInt(most));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while stepping back", e);
      }
    };
  }
}
