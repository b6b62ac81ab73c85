package waybill.exchange.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a message is kept: its contract's retention after the last receipt. The entry gets its
 * date when it is routed, some slack behind the retention; only a receipt that comes later than the
 * slack moves it, so most entries are written once.
 *
 * @param routedAt when its time began
 * @param seconds of retention
 * @param contract under which the message was said
 * @param dated whether the entry has a date at all; it has none while the exchange hands the
 *     message out itself, however long nobody comes for it
 */
public record Kept(Instant routedAt, long seconds, String contract, boolean dated) {
  public static final Duration SLACK = Duration.ofDays(1);

  public static Kept of(Instant routedAt, Duration retention, String contract, boolean dated) {
    return new Kept(routedAt, retention.toSeconds(), contract, dated);
  }

  public @Nullable Instant entryExpiry() {
    return dated ? entryUntil() : null;
  }

  /**
   * Whether the message may have expired by now, if its delivery ended then; null if it did not.
   */
  public boolean mayBeGone(@Nullable Instant ended, Instant now) {
    if (dated) return !entryUntil().isAfter(now);
    return ended != null && !ended.plus(retention()).isAfter(now);
  }

  private Instant entryUntil() {
    return routedAt.plus(SLACK).plus(retention());
  }

  /** As long as its entry, if that was not moved. */
  public Instant deliveryUntil(Instant ended) {
    Instant until = ended.plus(retention());
    return until.isAfter(entryUntil()) ? until : entryUntil();
  }

  /** When the entry has to go later than it was to; null if it need not. */
  public @Nullable Instant moved(Instant ended) {
    Instant until = ended.plus(retention());
    return until.isAfter(entryUntil()) ? until : null;
  }

  public Duration retention() {
    return Duration.ofSeconds(seconds);
  }
}
