package waybill.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import waybill.local.identity.TokenCheck;
import waybill.local.template.Api.Jwt;
import waybill.local.template.Api.Lambda;
import waybill.local.template.Api.Route;

/** Decides whether a request may take its route. */
final class Authorizer {
  private final TokenCheck tokens;
  private final LambdaAuthorizers lambdas;

  Authorizer(TokenCheck tokens, LambdaAuthorizers lambdas) {
    this.tokens = tokens;
    this.lambdas = lambdas;
  }

  /** What the authorizer found. */
  sealed interface Verdict {}

  /** Go on; the function is told this, and nothing on a public route. */
  record Passed(@Nullable ObjectNode told) implements Verdict {}

  /**
   * No token that this API trusts.
   *
   * @param challenge what a JWT authorizer says in its header; a Lambda authorizer says nothing
   */
  record Unauthorized(@Nullable String challenge) implements Verdict {}

  /** A good token without a scope of the route. */
  record Forbidden(@Nullable String challenge) implements Verdict {}

  /** The authorizer itself does not work. */
  record Broken() implements Verdict {}

  Verdict check(Route route, @Nullable String authorization, ProxyEvent event)
      throws InterruptedException {
    if (route.authorizer() instanceof Jwt jwt) return byToken(route, jwt, authorization);
    if (route.authorizer() instanceof Lambda lambda) return lambdas.ask(lambda, event);
    return new Passed(null);
  }

  private Verdict byToken(Route route, Jwt authorizer, @Nullable String authorization) {
    var claims = tokens.claims(bearer(authorization), authorizer);
    if (claims == null) return new Unauthorized("Bearer");
    var matching = route.scopes().stream().filter(scopes(claims)::contains).toList();
    if (!route.scopes().isEmpty() && matching.isEmpty()) return forbidden(route.scopes());
    return new Passed(JwtContext.of(claims, matching));
  }

  private static List<String> scopes(JWTClaimsSet claims) {
    return Arrays.asList(String.valueOf(claims.getClaim("scope")).split(" "));
  }

  private static Forbidden forbidden(List<String> wanted) {
    return new Forbidden(
        "Bearer scope=\"%s\" error=\"insufficient_scope\"".formatted(String.join(" ", wanted)));
  }

  /** API Gateway takes the token with and without its scheme. */
  private static String bearer(@Nullable String authorization) {
    if (authorization == null) return "";
    var isBearer = authorization.toLowerCase(Locale.ROOT).startsWith("bearer ");
    return (isBearer ? authorization.substring(7) : authorization).strip();
  }
}
