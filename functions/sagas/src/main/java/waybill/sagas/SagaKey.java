package waybill.sagas;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import waybill.contracts.MessageId;

/** A saga's id: one business key has one saga of a definition, whichever version. */
final class SagaKey {
  private static final int HASH_CHARS = 32;

  private SagaKey() {}

  /** Where both do not fit, the key's hash stands for it. */
  static String of(String definition, String key) {
    String plain = definition + "." + key;
    return MessageId.isKey(plain) ? plain : definition + "." + hash(key);
  }

  private static String hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_CHARS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
