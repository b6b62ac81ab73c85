package waybill.users;

import static waybill.kit.commit.Commit.commit;
import static waybill.users.Attempts.ATTEMPTS;
import static waybill.users.UsersProblem.TOO_MANY_ATTEMPTS;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import waybill.kit.Service;
import waybill.kit.commit.Row;
import waybill.kit.problem.Refusal;

/** Counts an attempt before it is made: so a hundred at once are not a hundred guesses. */
final class Throttle {
  private final Service service;

  Throttle(Service service) {
    this.service = service;
  }

  /** Who is refused has not tried. */
  Optional<Refusal> refuses(String who) {
    return service.decisions().untilWritten(() -> counted(who));
  }

  private Optional<Optional<Refusal>> counted(String who) {
    Instant now = service.clock().instant();
    Row<Attempts> row = service.rows().at(ATTEMPTS, who);
    Attempts before = row.value().orElseGet(() -> Attempts.none(now));
    if (before.areTooMany())
      return Optional.of(Optional.of(after(Duration.between(now, before.until()))));
    return service.writeSilently(commit(row.put(before.andOne())))
        ? Optional.of(Optional.empty())
        : Optional.empty();
  }

  static Refusal after(Duration rest) {
    return TOO_MANY_ATTEMPTS
        .because("try again later")
        .with(Refusal.RETRY_AFTER, Math.max(1, rest.toSeconds()));
  }

  /** Another attempt in between stays counted: nothing is lost by that. */
  void forget(String who) {
    Row<Attempts> row = service.rows().at(ATTEMPTS, who);
    if (row.exists()) service.writeSilently(commit(row.remove()));
  }
}
