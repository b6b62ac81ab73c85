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
    String id, String email, String name, boolean hasPassword, Instant begunAt, Instant nextAt) {
  static final Kind<Registration> REGISTRATION =
      Kind.entry("registration", Registration.class)
          .due(registration -> Optional.of(registration.nextAt));

  /** A request has ended long before, one way or the other. */
  static final Duration LEFT_ALONE = Duration.ofMinutes(5);

  static final Duration KEPT = Duration.ofHours(1);

  static Registration of(String id, SignUp asked, Instant now) {
    return new Registration(
        id, asked.email(), asked.name(), asked.password() != null, now, now.plus(LEFT_ALONE));
  }

  /** Whoever says the same again may go on with it; the password is for the account to compare. */
  boolean isOf(SignUp asked) {
    return email.equals(asked.email())
        && name.equals(asked.name())
        && hasPassword == (asked.password() != null);
  }

  /** Twins that meet here don't hold each other up: it is written only if the sweep is near. */
  boolean isAlmostDue(Instant now) {
    return nextAt.isBefore(now.plus(LEFT_ALONE.dividedBy(2)));
  }

  Registration later(Instant now) {
    return new Registration(id, email, name, hasPassword, begunAt, now.plus(LEFT_ALONE));
  }

  boolean isTooOld(Instant now) {
    return !now.isBefore(begunAt.plus(KEPT));
  }

  Profile profile(Instant now) {
    return new Profile(id, email, name, now);
  }
}
