package waybill.kit.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Timer;
import java.util.TimerTask;

/** Does something at a moment, unless what is watched has ended before. */
public interface Watch {

  /** Of one run; closed when the run has ended. */
  interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  Guard at(Instant moment, Runnable then);

  /** Beside the run, which may be past hearing. */
  static Watch of(Clock clock) {
    return (moment, then) -> {
      Timer timer = new Timer("watch", true);
      long millis = Math.max(0, Duration.between(clock.instant(), moment).toMillis());
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              then.run();
            }
          },
          millis);
      return timer::cancel;
    };
  }
}
