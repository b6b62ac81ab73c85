package waybill.users;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import waybill.contracts.users.SignUp;
import waybill.kit.commit.Kind;

/**
 * Someone who is registering: the email is theirs, and the account is being made. It is an entry of
 * its own and no state of the profile, so that whoever is not through is nowhere to be seen.
 */
record Registration(
    String id,
    String email,
    String name,
    boolean hasPassword,
    Instant begunAt,
    Instant nextAt,
    Standing standing) {
  static final Kind<Registration> REGISTRATION =
      Kind.entry("registration", Registration.class)
          .due(registration -> Optional.of(registration.nextAt));

  /** A request has ended long before, one way or the other. */
  static final Duration LEFT_ALONE = Duration.ofMinutes(5);

  static final Duration KEPT = Duration.ofHours(1);

  /** Longer than a request lives. */
  private static final Duration ALL_OVER = Duration.ofMinutes(1);

  /** Who takes part in it. */
  enum Standing {
    /** Nobody but who began it. */
    ALONE,
    /** Somebody who said the same: one who gives up may not end it for the other. */
    SHARED,
    /** One of those has given up; if none of them gets through, it ends. */
    REFUSED
  }

  static Registration of(String id, SignUp asked, Instant now) {
    return new Registration(
        id,
        asked.email(),
        asked.name(),
        asked.password() != null,
        now,
        now.plus(LEFT_ALONE),
        Standing.ALONE);
  }

  /** Whoever says the same again may go on with it; the password is for the account to compare. */
  boolean isOf(SignUp asked) {
    return email.equals(asked.email())
        && name.equals(asked.name())
        && hasPassword == (asked.password() != null);
  }

  /**
   * Twins that meet here don't hold each other up: the second is noted, or if the sweep is near.
   */
  boolean hasToNoteAnother(Instant now) {
    return standing != Standing.SHARED || nextAt.isBefore(now.plus(LEFT_ALONE.dividedBy(2)));
  }

  Registration withAnother(Instant now) {
    return at(now.plus(LEFT_ALONE), Standing.SHARED);
  }

  Registration later(Instant now) {
    return at(now.plus(LEFT_ALONE), standing);
  }

  Registration withoutOne(Instant now) {
    Instant over = now.plus(ALL_OVER);
    return at(nextAt.isBefore(over) ? nextAt : over, Standing.REFUSED);
  }

  private Registration at(Instant next, Standing other) {
    return new Registration(id, email, name, hasPassword, begunAt, next, other);
  }

  boolean isTooOld(Instant now) {
    return !now.isBefore(begunAt.plus(KEPT));
  }

  Profile profile(Instant now) {
    return new Profile(id, email, name, now);
  }
}
