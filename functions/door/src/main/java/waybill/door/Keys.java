package waybill.door;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.kit.log.Log;

/**
 * The issuer's keys. A key id that is not known has them read again, so that a new key counts at
 * once; but only so often, since anybody can make up ids.
 */
final class Keys {
  /** What is no longer published no longer counts. */
  static final Duration AGE_MAX = Duration.ofHours(1);

  static final Duration WINDOW = Duration.ofMinutes(1);
  static final int READS_PER_WINDOW = 6;

  private final Published published;
  private final Clock clock;
  private final Log log;
  private Map<String, RSAPublicKey> known = Map.of();
  private Instant readAt = Instant.MIN;
  private Instant windowFrom = Instant.MIN;
  private int reads;

  Keys(Published published, Clock clock, Log log) {
    this.published = published;
    this.clock = clock;
    this.log = log;
  }

  /**
   * @return null if the issuer has no such key
   * @throws Unreachable if it cannot be known whether it has
   */
  synchronized @Nullable RSAPublicKey find(String id) {
    Instant now = clock.instant();
    RSAPublicKey key = known.get(id);
    boolean isOld = readAt.equals(Instant.MIN) || readAt.plus(AGE_MAX).isBefore(now);
    if (key != null && !isOld) return key;
    if (mayRead(now)) read(now, key != null);
    return known.get(id);
  }

  private boolean mayRead(Instant now) {
    if (windowFrom.equals(Instant.MIN) || !windowFrom.plus(WINDOW).isAfter(now)) {
      windowFrom = now;
      reads = 0;
    }
    return ++reads <= READS_PER_WINDOW;
  }

  /** While the issuer is silent, what is known goes on to count. */
  private void read(Instant now, boolean isKnown) {
    try {
      known = keys(JWKSet.parse(published.read()));
      readAt = now;
    } catch (IOException | ParseException | JOSEException e) {
      log.error("the issuer's keys could not be read", e);
      if (!isKnown) throw new Unreachable(e);
    }
  }

  private static Map<String, RSAPublicKey> keys(JWKSet set) throws JOSEException {
    Map<String, RSAPublicKey> keys = new HashMap<>();
    for (JWK key : set.getKeys())
      if (key.getKeyType().equals(KeyType.RSA) && key.getKeyID() != null)
        keys.put(key.getKeyID(), key.toRSAKey().toRSAPublicKey());
    return Map.copyOf(keys);
  }

  /** Nobody is let in, and nobody is told that the token was wrong. */
  static final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreachable(Exception cause) {
      super("the issuer's keys are not known", cause);
    }
  }
}
