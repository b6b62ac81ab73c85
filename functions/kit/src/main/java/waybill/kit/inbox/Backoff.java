package waybill.kit.inbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Message;
import waybill.kit.Limits;

/** When a parked key is tried again by itself. */
public final class Backoff {

  /** Doubles with each attempt; after too many of them only the desk tries again: null. */
  public static @Nullable Instant afterAttempts(int attempts, Instant now) {
    if (attempts >= Limits.ATTEMPTS_MAX) return null;
    Duration pause = Limits.RETRY_FIRST.multipliedBy(1L << Math.max(0, attempts - 1));
    return now.plus(shorter(pause, Limits.RETRY_LONGEST));
  }

  /** Doubles with the time waited: asking for a missing message is no attempt at it. */
  static Instant afterWaiting(Instant since, Instant now) {
    Duration waited = Duration.between(since, now);
    Duration pause = waited.compareTo(Limits.RETRY_FIRST) < 0 ? Limits.RETRY_FIRST : waited;
    return now.plus(shorter(pause, Limits.RETRY_LONGEST));
  }

  /**
   * Past its time it is refused, and what is behind it goes on: so it waits no longer than that.
   */
  static @Nullable Instant afterAttempts(int attempts, Message message, Instant now) {
    return sooner(afterAttempts(attempts, now), message.expires());
  }

  /** Null is never. */
  public static @Nullable Instant sooner(@Nullable Instant one, @Nullable Instant other) {
    if (one == null) return other;
    return other == null || one.isBefore(other) ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Backoff() {}
}
