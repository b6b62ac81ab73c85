package waybill.contracts.users;

import org.jspecify.annotations.Nullable;

/** What a person who has logged in shows from then on. */
public record Session(
    String accessToken, long expiresIn, @Nullable String refreshToken, String tokenType) {

  /** A record would show the tokens to whoever prints it. */
  @Override
  public String toString() {
    return "Session";
  }
}
