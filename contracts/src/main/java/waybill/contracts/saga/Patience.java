package waybill.contracts.saga;

import java.time.Duration;

/** How long a reply is waited for, and how often the command is sent. */
public record Patience(Duration timeout, int attempts) {
  static final Patience DEFAULT = new Patience(Duration.ofMinutes(1), 3);

  /** So long it may take until nothing is waited for any more. */
  Duration longest() {
    return timeout.multipliedBy(attempts);
  }
}
