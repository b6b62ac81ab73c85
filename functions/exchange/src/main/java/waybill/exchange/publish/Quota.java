package waybill.exchange.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import waybill.kit.commit.Tally;
import waybill.kit.problem.Refusal;

/** How many messages a service may publish in one minute of the clock. */
final class Quota {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final Tally tally;
  private final Clock clock;
  private final int perMinute;

  Quota(Tally tally, Clock clock, int perMinute) {
    this.tally = tally;
    this.clock = clock;
    this.perMinute = perMinute;
  }

  /** Counts also what is then refused: asking again at once is no way around it. */
  Optional<Refusal> exceeded(String service, int messages) {
    Instant now = clock.instant();
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    Instant next = minute.plus(A_MINUTE);
    long count =
        tally.add(
            "published~" + service + "~" + minute.getEpochSecond(), messages, next.plus(A_MINUTE));
    if (count <= perMinute) return Optional.empty();
    long seconds = Math.max(1, (Duration.between(now, next).toMillis() + 999) / 1000);
    return Optional.of(
        PublishProblem.QUOTA_EXCEEDED
            .because("at most %d a minute; come again in %d s".formatted(perMinute, seconds))
            .with(Refusal.RETRY_AFTER, seconds));
  }
}
