package waybill.users;

import java.time.Duration;
import java.time.Instant;
import waybill.kit.commit.Kind;

/** How often somebody has tried lately; forgotten once the time is over, or a password is right. */
record Attempts(int count, Instant until) {
  static final int MOST = 5;
  static final Duration WITHIN = Duration.ofMinutes(5);

  static final Kind<Attempts> ATTEMPTS =
      Kind.entry("attempts", Attempts.class).expiring(Attempts::until);

  static Attempts none(Instant now) {
    return new Attempts(0, now.plus(WITHIN));
  }

  boolean areTooMany() {
    return count >= MOST;
  }

  Attempts andOne() {
    return new Attempts(count + 1, until);
  }
}
