package waybill.local.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import waybill.local.identity.CognitoServer;
import waybill.local.identity.Issuer;

/**
 * What only this machine has, under a path of its own: tokens, the keys that prove them, and codes
 * that would come by email.
 */
final class LocalPages {
  static final String PREFIX = "/_local/";
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

  private final Issuer issuer;
  private final CognitoServer cognito;

  LocalPages(Issuer issuer, CognitoServer cognito) {
    this.issuer = issuer;
    this.cognito = cognito;
  }

  ProxyAnswer answer(String path, @Nullable String query, @Nullable String host) {
    // A page in a browser may reach the loopback under a name of its own; it gets no token.
    if (host == null || !LOOPBACK.matcher(host).matches()) {
      return ProxyAnswer.refusal(403, "Forbidden");
    }
    if (path.equals(PREFIX + "jwks.json")) return found("application/json", issuer.publicKeys());
    if (path.equals(PREFIX + "token")) return token(query == null ? "" : query);
    if (path.equals(PREFIX + "code")) return code(query == null ? "" : query);
    return ProxyAnswer.refusal(404, "Not Found");
  }

  private ProxyAnswer token(String query) {
    var name = query.startsWith("name=") ? Routes.decode(query.substring(5)) : "";
    if (!Issuer.NAME.matcher(name).matches()) return ProxyAnswer.refusal(400, "Not a name");
    return found("application/jwt", issuer.token(name));
  }

  private ProxyAnswer code(String query) {
    var email = query.startsWith("email=") ? Routes.decode(query.substring(6)) : "";
    return cognito
        .codeOf(email)
        .map(code -> found("text/plain", code))
        .orElseGet(
            () -> ProxyAnswer.refusal(404, "No code", Map.of("waybill-local", List.of("code"))));
  }

  private static ProxyAnswer found(String type, String text) {
    return new ProxyAnswer(
        200,
        Map.of("content-type", List.of(type), "cache-control", List.of("no-store")),
        text.getBytes(StandardCharsets.UTF_8));
  }
}
