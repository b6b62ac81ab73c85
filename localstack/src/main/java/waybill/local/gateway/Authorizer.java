package waybill.local.gateway;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import waybill.local.identity.TokenCheck;
import waybill.local.template.Api.Route;

/** Decides whether a request may take its route. */
final class Authorizer {
  private final TokenCheck tokens;

  Authorizer(TokenCheck tokens) {
    this.tokens = tokens;
  }

  /** What the authorizer found. */
  sealed interface Verdict {}

  /** Go on; a public route has no claims. */
  record Passed(@Nullable JWTClaimsSet claims, List<String> scopes) implements Verdict {}

  /** No token that this API trusts. */
  record Unauthorized() implements Verdict {}

  /** A good token without a scope of the route. */
  record Forbidden(List<String> wanted) implements Verdict {}

  Verdict check(Route route, @Nullable String authorization) {
    var authorizer = route.authorizer();
    if (authorizer == null) return new Passed(null, List.of());
    var claims = tokens.claims(bearer(authorization), authorizer);
    if (claims == null) return new Unauthorized();
    var scopes = Arrays.asList(String.valueOf(claims.getClaim("scope")).split(" "));
    var matching = route.scopes().stream().filter(scopes::contains).toList();
    if (!route.scopes().isEmpty() && matching.isEmpty()) return new Forbidden(route.scopes());
    return new Passed(claims, matching);
  }

  /** API Gateway takes the token with and without its scheme. */
  private static String bearer(@Nullable String authorization) {
    if (authorization == null) return "";
    var isBearer = authorization.toLowerCase(Locale.ROOT).startsWith("bearer ");
    return (isBearer ? authorization.substring(7) : authorization).strip();
  }
}
