package waybill.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import waybill.kit.commit.Kind;

/**
 * How long a service counts as here. An item of its own: a heartbeat touches nothing else, and the
 * due mark of the service's item belongs to the relay.
 */
record Lease(Instant endsAt, boolean ended) {
  static final Kind<Lease> LEASE = Kind.entry("lease", Lease.class).due(Lease::dueAt);

  static Lease from(Instant now, int seconds) {
    return new Lease(now.plus(Duration.ofSeconds(seconds)), false);
  }

  Lease atItsEnd() {
    return new Lease(endsAt, true);
  }

  boolean isOver(Instant now) {
    return !ended && !endsAt.isAfter(now);
  }

  private Optional<Instant> dueAt() {
    return ended ? Optional.empty() : Optional.of(endsAt);
  }
}
