package waybill.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The real time, and what a test adds to it. */
final class Advancing extends Clock {
  private volatile Duration ahead = Duration.ZERO;

  void passes(Duration time) {
    ahead = ahead.plus(time);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }
}
