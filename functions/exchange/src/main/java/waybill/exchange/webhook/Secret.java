package waybill.exchange.webhook;

import java.util.Base64;

/**
 * What an endpoint and the exchange share, in the form of Standard Webhooks: {@code whsec_} and 24
 * to 64 random bytes in base64. It is never printed: only {@link #text} shows it.
 */
public record Secret(String text) {
  private static final String PREFIX = "whsec_";
  private static final int BYTES_MIN = 24;
  private static final int BYTES_MAX = 64;

  public Secret {
    int bytes = decode(text).length;
    if (bytes < BYTES_MIN || bytes > BYTES_MAX)
      throw new IllegalArgumentException("a secret has 24 to 64 bytes");
  }

  static Secret of(byte[] bytes) {
    return new Secret(PREFIX + Base64.getEncoder().encodeToString(bytes));
  }

  byte[] key() {
    return decode(text);
  }

  /** The decoder's own complaint would quote from the secret. */
  private static byte[] decode(String text) {
    if (!text.startsWith(PREFIX)) throw new IllegalArgumentException("a secret starts with whsec_");
    try {
      return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a secret is base64 after whsec_");
    }
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
