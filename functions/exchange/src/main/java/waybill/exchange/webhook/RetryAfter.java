package waybill.exchange.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import waybill.kit.Limits;

/** Seconds or a date; what is neither says nothing, and nobody may ask for more than a day. */
final class RetryAfter {

  static @Nullable Duration parse(String text, Instant now) {
    Duration asked = text.matches("[0-9]+") ? ofSeconds(text) : untilDate(text, now);
    if (asked == null) return null;
    if (asked.isNegative()) return Duration.ZERO;
    return asked.compareTo(Limits.WEBHOOK_RETRY_AFTER_MAX) > 0
        ? Limits.WEBHOOK_RETRY_AFTER_MAX
        : asked;
  }

  private static Duration ofSeconds(String digits) {
    return digits.length() > 9
        ? Limits.WEBHOOK_RETRY_AFTER_MAX
        : Duration.ofSeconds(Long.parseLong(digits));
  }

  private static @Nullable Duration untilDate(String text, Instant now) {
    try {
      return Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private RetryAfter() {}
}
