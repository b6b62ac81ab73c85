package waybill.kit.commit;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.kit.Limits;

/** Whether an invocation has time to try things again; what it leaves comes again by itself. */
public final class TimeLeft {
  private final Clock clock;
  private volatile @Nullable Instant end;

  public TimeLeft(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param deadline when the process will be ended; null if that is not known
   */
  public void until(@Nullable Instant deadline) {
    end = deadline == null ? null : deadline.minus(Limits.TIME_LEFT_OVER);
  }

  public boolean isShort() {
    Instant last = end;
    return last != null && !clock.instant().isBefore(last);
  }
}
