package waybill.exchange.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waybill.kit.Limits;

/**
 * One endpoint's trouble, over all its keys. After some failures in a row it is left alone for a
 * while, each time longer, so that the letters that wait for it cost it and others nothing; after
 * days of nothing but failures it is disabled.
 *
 * @param failures in a row
 * @param since when the first of them was
 * @param until nobody writes to it before; null if it does not rest
 * @param disabled why nobody writes to it until somebody enables it; null if it is enabled
 */
public record Resting(
    int failures, @Nullable Instant since, @Nullable Instant until, @Nullable String disabled) {
  public static final Resting NOT = new Resting(0, null, null, null);

  public boolean isEnabled() {
    return disabled == null;
  }

  public boolean mayBeTried(Instant now) {
    return isEnabled() && (until == null || !now.isBefore(until));
  }

  /** An attempt that began before the endpoint was disabled does not enable it. */
  public Resting after(Reply reply, Instant now) {
    if (!isEnabled()) return this;
    return switch (reply.outcome()) {
      case HANDLED -> NOT;
      case GONE -> disabled(reply.reason());
      case LATER -> failed(reply.retryAfter(), now);
    };
  }

  private Resting failed(@Nullable Duration retryAfter, Instant now) {
    int more = failures + 1;
    Instant first = since == null ? now : since;
    boolean tooLong = Duration.between(first, now).compareTo(Limits.WEBHOOK_DISABLED_AFTER) >= 0;
    Resting failing = new Resting(more, first, later(restOf(more, now), retryAfter, now), null);
    return tooLong && more >= Limits.WEBHOOK_FAILURES_UNTIL_REST
        ? failing.disabled("nothing but failures since " + first)
        : failing;
  }

  private Resting disabled(String reason) {
    return new Resting(failures, since, null, reason);
  }

  /** What an endpoint asks for concerns all that it is sent; and letters under way end late. */
  private @Nullable Instant later(
      @Nullable Instant rest, @Nullable Duration retryAfter, Instant now) {
    Instant asked = retryAfter == null ? null : now.plus(retryAfter);
    return Stream.of(
            Optional.ofNullable(rest), Optional.ofNullable(asked), Optional.ofNullable(until))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable Instant restOf(int failures, Instant now) {
    int rests = failures - Limits.WEBHOOK_FAILURES_UNTIL_REST;
    if (rests < 0) return null;
    Duration rest = Limits.WEBHOOK_REST_FIRST.multipliedBy(1L << Math.min(rests, 10));
    return now.plus(
        rest.compareTo(Limits.WEBHOOK_REST_LONGEST) > 0 ? Limits.WEBHOOK_REST_LONGEST : rest);
  }
}
