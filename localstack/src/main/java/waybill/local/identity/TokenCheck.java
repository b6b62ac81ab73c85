package waybill.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.local.template.Api.Jwt;

/** Checks tokens as the JWT authorizer of an HTTP API does. */
public final class TokenCheck {
  private final SigningKeys keys;
  private final Clock clock;

  TokenCheck(SigningKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** The token's claims, or null where the authorizer would refuse it. */
  public @Nullable JWTClaimsSet claims(String token, Jwt authorizer) {
    try {
      var claims = claims(token);
      return claims != null && isFor(claims, authorizer) ? claims : null;
    } catch (ParseException e) {
      return null;
    }
  }

  /** The claims of a token of this pool that is not over, whomever it is for. */
  @Nullable JWTClaimsSet claims(String token) {
    try {
      var parsed = SignedJWT.parse(token);
      if (!JWSAlgorithm.RS256.equals(parsed.getHeader().getAlgorithm())) return null;
      var key = keys.find(parsed.getHeader().getKeyID());
      if (key == null || !parsed.verify(new RSASSAVerifier(key))) return null;
      var claims = parsed.getJWTClaimsSet();
      return isTimely(claims) ? claims : null;
    } catch (ParseException | JOSEException | IllegalStateException e) {
      return null;
    }
  }

  private boolean isTimely(JWTClaimsSet claims) {
    var now = clock.instant();
    var expires = claims.getExpirationTime();
    return expires != null
        && expires.toInstant().isAfter(now)
        && isPast(claims.getNotBeforeTime(), now)
        && isPast(claims.getIssueTime(), now);
  }

  private static boolean isPast(@Nullable Date time, Instant now) {
    return time == null || !time.toInstant().isAfter(now);
  }

  private boolean isFor(JWTClaimsSet claims, Jwt authorizer) throws ParseException {
    if (!authorizer.issuer().equals(claims.getIssuer())) return false;
    // Cognito's access tokens carry no aud; then the authorizer compares client_id.
    var audience = claims.getAudience();
    var named = audience.isEmpty() ? client(claims) : audience;
    return named.stream().anyMatch(authorizer.audience()::contains);
  }

  private static List<String> client(JWTClaimsSet claims) throws ParseException {
    var client = claims.getStringClaim("client_id");
    return client == null ? List.of() : List.of(client);
  }
}
