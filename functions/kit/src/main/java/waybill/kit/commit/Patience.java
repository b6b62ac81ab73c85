package waybill.kit.commit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks again and again, for a while. */
public final class Patience {
  /** With the longest pauses they last longer than anybody may wait. */
  private static final int LOOKS_MAX = 100;

  private final Pause pause;
  private final Clock clock;

  public Patience(Pause pause, Clock clock) {
    this.pause = pause;
    this.clock = clock;
  }

  /** Nothing if there was nothing to be seen until the time was over. */
  public <T> Optional<T> look(Supplier<Optional<T>> glance, Duration most) {
    Instant until = clock.instant().plus(most);
    for (int looks = 1; looks <= LOOKS_MAX; looks++) {
      Optional<T> seen = glance.get();
      if (seen.isPresent() || !clock.instant().isBefore(until)) return seen;
      pause.after(looks);
    }
    return Optional.empty();
  }
}
