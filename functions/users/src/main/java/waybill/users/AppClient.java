package waybill.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The app client by which people reach the pool. Its secret proves that it is us who ask, so nobody
 * guesses passwords or codes past our throttle.
 */
record AppClient(String id, Supplier<Optional<String>> secret) {

  /** Nothing while the secret is not to be had. */
  Optional<String> hashOf(String username) {
    return secret.get().map(known -> hash(known, username + id));
  }

  private static String hash(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A record would show where the secret is to whoever prints it. */
  @Override
  public String toString() {
    return "AppClient " + id;
  }
}
