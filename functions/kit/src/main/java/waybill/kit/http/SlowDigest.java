package waybill.kit.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Of a body that holds a password. The salt is the caller's own key, which is stored nowhere: so
 * whoever reads the table has to guess both, each guess at the price of this work.
 */
final class SlowDigest {
  private static final int ROUNDS = 100_000;
  private static final int BITS = 256;

  static String of(byte[] body, String salt) {
    char[] secret = new String(body, StandardCharsets.ISO_8859_1).toCharArray();
    PBEKeySpec spec = new PBEKeySpec(secret, salt.getBytes(StandardCharsets.UTF_8), ROUNDS, BITS);
    try {
      SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512");
      return HexFormat.of().formatHex(factory.generateSecret(spec).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2", e);
    } finally {
      spec.clearPassword();
    }
  }

  private SlowDigest() {}
}
