package waybill.exchange.webhook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an answer means: only 2xx is a yes, only 410 is a no for ever. */
final class Answer {

  static Reply meaning(Head head, Instant now) {
    int status = head.status();
    if (status / 100 == 2) return Reply.handled(status);
    if (status == 410) return Reply.gone();
    return Reply.later(reason(status), retryAfter(head, now));
  }

  private static String reason(int status) {
    return "answered " + status + (status / 100 == 3 ? ": redirects are not followed" : "");
  }

  private static @Nullable Duration retryAfter(Head head, Instant now) {
    String asked = head.header("retry-after");
    return asked == null ? null : RetryAfter.parse(asked, now);
  }

  private Answer() {}
}
