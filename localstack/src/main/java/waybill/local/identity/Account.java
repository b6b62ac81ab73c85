package waybill.local.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A person in the pool.
 *
 * @param password what proves one, never one itself
 * @param code by which another password may be set; null if none was sent
 * @param sentTo the email that the code went to, whatever the account's own is by now
 */
record Account(
    String username,
    String subject,
    String email,
    boolean confirmed,
    String salt,
    String password,
    @Nullable String code,
    @Nullable String sentTo) {
  private static final int ROUNDS = 10_000;
  private static final int BITS = 256;

  static Account of(String username, String email, boolean confirmed, String password) {
    var subject = UUID.randomUUID().toString();
    return new Account(username, subject, email, confirmed, "", "", null, null)
        .with(password)
        .confirmed(confirmed);
  }

  Account with(String newPassword) {
    var bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    var fresh = HexFormat.of().formatHex(bytes);
    return new Account(
        username, subject, email, true, fresh, proof(newPassword, fresh), null, null);
  }

  Account confirmed(boolean isConfirmed) {
    return new Account(username, subject, email, isConfirmed, salt, password, code, sentTo);
  }

  Account sent(String newCode) {
    return new Account(username, subject, email, confirmed, salt, password, newCode, email);
  }

  Account moved(String newEmail) {
    return new Account(username, subject, newEmail, confirmed, salt, password, code, sentTo);
  }

  boolean opensWith(String attempt) {
    return MessageDigest.isEqual(
        HexFormat.of().parseHex(password), HexFormat.of().parseHex(proof(attempt, salt)));
  }

  private static String proof(String password, String salt) {
    try {
      var spec =
          new PBEKeySpec(password.toCharArray(), HexFormat.of().parseHex(salt), ROUNDS, BITS);
      var factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
      return HexFormat.of().formatHex(factory.generateSecret(spec).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
