package waybill.exchange.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter.
 *
 * @param reason short and safe to log and show: nothing that the endpoint wrote stands in it
 * @param retryAfter what the endpoint asked for, or null
 * @param unknown whether the letter may have been handled although no answer says so: it left us
 */
public record Reply(
    Outcome outcome, String reason, @Nullable Duration retryAfter, boolean unknown) {

  /** What to do about it: nothing more, stop writing to this endpoint, try again. */
  public enum Outcome {
    HANDLED,
    GONE,
    LATER
  }

  static Reply handled(int status) {
    return new Reply(Outcome.HANDLED, "answered " + status, null, false);
  }

  static Reply gone() {
    return new Reply(Outcome.GONE, "answered 410: it wants no more", null, false);
  }

  static Reply later(String reason, @Nullable Duration retryAfter) {
    return new Reply(Outcome.LATER, reason, retryAfter, false);
  }

  static Reply notSent(String reason) {
    return later(reason, null);
  }

  /** No word came back; the letter may have been read and acted upon. */
  static Reply unknown(String reason) {
    return new Reply(Outcome.LATER, reason, null, true);
  }
}
