package waybill.users;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import waybill.kit.commit.Kind;

/** Somebody has another email, and whoever keeps the passwords was not told yet. */
record Move(int tries, Instant nextAt) {
  static final Kind<Move> MOVE =
      Kind.entry("move", Move.class).due(move -> Optional.of(move.nextAt));

  /** Longer than a worker lives: who has begun to tell is through, or will never be. */
  static final Duration ALONE = Duration.ofMinutes(1);

  private static final int DOUBLINGS = 6;

  /** Whoever is telling an earlier email right now is not disturbed. */
  static Move once(Optional<Move> before, Instant now) {
    Instant soon = now.plus(ALONE);
    return before
        .map(move -> new Move(0, move.nextAt.isBefore(soon) ? move.nextAt : soon))
        .orElseGet(() -> new Move(0, now));
  }

  boolean isDue(Instant now) {
    return !nextAt.isAfter(now);
  }

  /** Taken by one who tells; tried again later and later if nothing comes of it. */
  Move taken(Instant now) {
    return new Move(tries + 1, now.plus(ALONE.multipliedBy(1L << Math.min(tries, DOUBLINGS))));
  }
}
