package waybill.door;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Reads access tokens of the issuer. Which key and which algorithm count is decided here; the
 * header only names one of the known keys.
 */
final class Tokens {
  /** By how much the issuer's clock may be ahead of ours; a token's end is not moved by it. */
  private static final Duration AHEAD = Duration.ofSeconds(5);

  private final String issuer;
  private final Keys keys;
  private final Clock clock;

  Tokens(String issuer, Keys keys, Clock clock) {
    this.issuer = issuer;
    this.keys = keys;
    this.clock = clock;
  }

  /** It takes no token to read the keys. */
  void prime() {
    keys.find("none");
  }

  Token trusted(String text) throws Untrusted {
    SignedJWT jwt = parsed(text);
    JWSHeader header = jwt.getHeader();
    JWTClaimsSet claims = claims(jwt);
    String why = whyNot(jwt, header, claims);
    if (why != null)
      throw new Untrusted(why, String.valueOf(claims.getClaim("client_id")), header.getKeyID());
    return new Token(claims);
  }

  private static SignedJWT parsed(String text) throws Untrusted {
    try {
      return SignedJWT.parse(text);
    } catch (ParseException e) {
      throw new Untrusted("no signed token", null, null);
    }
  }

  private static JWTClaimsSet claims(SignedJWT jwt) throws Untrusted {
    try {
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      if (claims != null) return claims;
    } catch (ParseException e) {
      // Said below: what it says instead is nobody's business.
    }
    throw new Untrusted("no claims", null, jwt.getHeader().getKeyID());
  }

  private @Nullable String whyNot(SignedJWT jwt, JWSHeader header, JWTClaimsSet claims) {
    if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())) return "algorithm";
    RSAPublicKey key = header.getKeyID() == null ? null : keys.find(header.getKeyID());
    if (key == null) return "key";
    if (!isSigned(jwt, key)) return "signature";
    if (!issuer.equals(claims.getIssuer())) return "issuer";
    Date expires = claims.getExpirationTime();
    Instant now = clock.instant();
    if (expires == null || !expires.toInstant().isAfter(now)) return "expired";
    if (isAhead(claims.getNotBeforeTime(), now) || isAhead(claims.getIssueTime(), now))
      return "not yet valid";
    if (!"access".equals(claims.getClaim("token_use"))) return "use";
    return claims.getClaim("client_id") instanceof String client && !client.isBlank()
        ? null
        : "client";
  }

  private static boolean isSigned(SignedJWT jwt, RSAPublicKey key) {
    try {
      return jwt.verify(new RSASSAVerifier(key));
    } catch (JOSEException | IllegalStateException e) {
      return false;
    }
  }

  private static boolean isAhead(@Nullable Date time, Instant now) {
    return time != null && time.toInstant().isAfter(now.plus(AHEAD));
  }

  /** Why, and what the token says of itself, which need not be true. */
  static final class Untrusted extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_CHARS_MAX = 64;

    private final String client;
    private final String key;

    Untrusted(String why, @Nullable String client, @Nullable String key) {
      super(why, null, false, false);
      this.client = shown(client);
      this.key = shown(key);
    }

    String why() {
      return String.valueOf(getMessage());
    }

    String client() {
      return client;
    }

    String key() {
      return key;
    }

    private static String shown(@Nullable String text) {
      if (text == null) return "";
      return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "…";
    }
  }
}
