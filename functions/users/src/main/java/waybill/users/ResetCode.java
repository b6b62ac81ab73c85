package waybill.users;

import java.time.Duration;
import java.time.Instant;
import waybill.kit.commit.Kind;

/**
 * A code was asked for, to be sent to this email; no other one's codes are taken.
 *
 * @param waiting not sent yet: the pool would still send it to the email before
 */
record ResetCode(String email, boolean waiting, Instant until) {
  /** As long as Cognito takes a code. */
  private static final Duration GOOD = Duration.ofHours(1);

  static final Kind<ResetCode> CODE =
      Kind.entry("code", ResetCode.class).expiring(ResetCode::until);

  static ResetCode asked(String email, boolean waiting, Instant now) {
    return new ResetCode(EmailOwner.idOf(email), waiting, now.plus(GOOD));
  }

  boolean isFor(String other) {
    return email.equals(EmailOwner.idOf(other));
  }

  ResetCode sent() {
    return new ResetCode(email, false, until);
  }
}
