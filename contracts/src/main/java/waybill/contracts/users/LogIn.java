package waybill.contracts.users;

import org.jspecify.annotations.Nullable;

/** Someone asks for a session. One of email and id is there. */
public record LogIn(@Nullable String email, @Nullable String userId, String password) {

  /** A record would show the password to whoever prints it. */
  @Override
  public String toString() {
    return "LogIn";
  }
}
