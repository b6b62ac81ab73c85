package waybill.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import waybill.local.identity.CognitoServer;
import waybill.local.identity.Issuer;
import waybill.local.identity.PoolPages;
import waybill.local.identity.PoolRequest;

/**
 * What only this machine has, under a path of its own: tokens without a secret, another signing
 * key, codes that would come by email, and the pages that Cognito has at addresses of its own.
 */
final class LocalPages {
  static final String PREFIX = "/_local/";
  private static final int BODY_BYTES_MAX = 64 * 1024;
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

  private final Issuer issuer;
  private final CognitoServer cognito;
  private final PoolPages pages;

  LocalPages(Issuer issuer, CognitoServer cognito, PoolPages pages) {
    this.issuer = issuer;
    this.cognito = cognito;
    this.pages = pages;
  }

  ProxyAnswer answer(HttpExchange exchange) throws IOException {
    // A page in a browser may reach the loopback under a name of its own; it gets no token.
    var host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !LOOPBACK.matcher(host).matches()) {
      return ProxyAnswer.refusal(403, "Forbidden");
    }
    var path = exchange.getRequestURI().getRawPath();
    var raw = exchange.getRequestURI().getRawQuery();
    var query = raw == null ? "" : raw;
    if (path.startsWith(pages.path())) return poolPage(exchange, path, query);
    return switch (path.substring(PREFIX.length())) {
      case "jwks.json" -> found("application/json", issuer.publicKeys());
      case "token" -> token(query);
      case "code" -> code(query);
      case "rotate" -> found("text/plain", issuer.rotate());
      default -> ProxyAnswer.refusal(404, "Not Found");
    };
  }

  private ProxyAnswer poolPage(HttpExchange exchange, String path, String query)
      throws IOException {
    var headers = exchange.getRequestHeaders();
    var body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX);
    var answer =
        pages.answer(
            new PoolRequest(
                exchange.getRequestMethod(),
                path.substring(pages.path().length()),
                query,
                name -> headers.getFirst(name),
                new String(body, StandardCharsets.UTF_8)));
    var texts = new LinkedHashMap<String, List<String>>();
    answer.headers().forEach((name, value) -> texts.put(name, List.of(value)));
    return new ProxyAnswer(answer.status(), texts, answer.body().getBytes(StandardCharsets.UTF_8));
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
