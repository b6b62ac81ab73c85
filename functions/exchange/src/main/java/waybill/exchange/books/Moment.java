package waybill.exchange.books;

import java.time.Duration;
import java.time.Instant;

/**
 * When is counted, and of which time.
 *
 * @param asOf what was routed or ended later is as if it had not been yet
 */
record Moment(Instant now, Instant asOf) {
  /** What moves is left alone for so long: letters may be on their way. */
  static final Duration GRACE = Duration.ofSeconds(10);

  boolean isLater(Instant other) {
    return !other.isBefore(asOf);
  }

  boolean isSettled(Instant stated) {
    return !stated.plus(GRACE).isAfter(now);
  }
}
