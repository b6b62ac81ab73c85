package waybill.exchange.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** When a letter is tried again: the pauses that Standard Webhooks recommends, over three days. */
public final class Schedule {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** Letters that failed together come again apart: each waits up to so much longer. */
  private static final double SPREAD = 0.2;

  private final DoubleSupplier chance;

  /**
   * @param chance from 0 to 1
   */
  public Schedule(DoubleSupplier chance) {
    this.chance = chance;
  }

  public static Schedule jittered() {
    return new Schedule(() -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * @param attempts made so far
   * @param retryAfter what the endpoint asked for: never earlier than that
   * @return null when the attempts are used up
   */
  public @Nullable Instant next(int attempts, Instant now, @Nullable Duration retryAfter) {
    if (attempts >= PAUSES.size()) return null;
    Duration pause = PAUSES.get(attempts);
    Duration longer = retryAfter != null && retryAfter.compareTo(pause) > 0 ? retryAfter : pause;
    long spread = (long) (longer.toMillis() * SPREAD * chance.getAsDouble());
    return now.plus(longer).plusMillis(spread);
  }
}
