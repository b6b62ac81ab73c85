package waybill.exchange.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The headers by which a receiver knows the letter: Standard Webhooks, symmetric scheme v1. */
public final class Signature {
  public static final String ID = "webhook-id";
  public static final String TIMESTAMP = "webhook-timestamp";
  public static final String SIGNATURE = "webhook-signature";
  static final String VERSION = "v1,";
  private static final String ALGORITHM = "HmacSHA256";

  /** One signature for each secret: while a secret is changed, the receiver may know either. */
  public static Map<String, String> headers(
      String id, Instant timestamp, byte[] body, List<Secret> secrets) {
    String seconds = Long.toString(timestamp.getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(ID, id);
    headers.put(TIMESTAMP, seconds);
    headers.put(
        SIGNATURE,
        secrets.stream()
            .map(secret -> VERSION + encoded(id, seconds, body, secret))
            .collect(Collectors.joining(" ")));
    return headers;
  }

  static String encoded(String id, String seconds, byte[] body, Secret secret) {
    return Base64.getEncoder().encodeToString(of(id, seconds, body, secret));
  }

  private static byte[] of(String id, String seconds, byte[] body, Secret secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private Signature() {}
}
