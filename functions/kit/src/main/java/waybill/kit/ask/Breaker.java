package waybill.kit.ask;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.kit.Limits;

/**
 * Spares a service that does not answer, and those who would wait for it. After a rest one question
 * goes through; what becomes of it decides about the others.
 */
final class Breaker {
  private final Clock clock;
  private int failures;
  private @Nullable Instant restsUntil;

  Breaker(Clock clock) {
    this.clock = clock;
  }

  /** Who is let in says afterwards what became of it. */
  synchronized boolean letsIn() {
    if (restsUntil == null) return true;
    if (clock.instant().isBefore(restsUntil)) return false;
    restsUntil = clock.instant().plus(Limits.ASK_REST);
    return true;
  }

  synchronized void answered() {
    failures = 0;
    restsUntil = null;
  }

  synchronized void failed() {
    failures++;
    if (failures >= Limits.ASK_FAILURES_UNTIL_REST)
      restsUntil = clock.instant().plus(Limits.ASK_REST);
  }
}
