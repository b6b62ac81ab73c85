package waybill.users;

import java.util.Locale;
import waybill.kit.commit.Kind;

/** Whose an email is: an item of its own, so that two who register at once cannot both have it. */
record EmailOwner(String userId) {
  static final Kind<EmailOwner> EMAIL = Kind.entry("email", EmailOwner.class);

  /** Two ways to write one address are one address. */
  static String idOf(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
