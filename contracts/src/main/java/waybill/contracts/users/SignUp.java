package waybill.contracts.users;

import org.jspecify.annotations.Nullable;

/** Someone asks to become a user who may log in. */
public record SignUp(String email, String name, @Nullable String password) {

  /** A record would show the password to whoever prints it. */
  @Override
  public String toString() {
    return "SignUp";
  }
}
