package waybill.local.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import waybill.local.template.LoginClient;
import waybill.local.template.Pool;

/** What any OpenID Connect client asks of an issuer, at the paths that Cognito has. */
public final class PoolPages {
  private static final Duration CODE_LIFE = Duration.ofMinutes(5);
  private static final Duration REFRESH_LIFE = Duration.ofDays(30);

  private final Issuer issuer;
  private final Pool pool;
  private final Accounts accounts;
  private final TokenCheck tokens;
  private final LoginPage login;
  private final TokenPage token;
  private final String path;

  public PoolPages(Issuer issuer, Pool pool, Accounts accounts, Clock clock) {
    this.issuer = issuer;
    this.pool = pool;
    this.accounts = accounts;
    this.tokens = issuer.check();
    this.path = URI.create(issuer.url()).getPath() + "/";
    var codes = new Handles<LoginPage.Granted>(clock, CODE_LIFE);
    this.login = new LoginPage(path, pool.loginClients(), accounts, codes, clock);
    this.token = new TokenPage(issuer, pool, accounts, codes, new Handles<>(clock, REFRESH_LIFE));
  }

  /** Below which they are. */
  public String path() {
    return path;
  }

  public PoolAnswer answer(PoolRequest request) {
    return switch (request.method() + " " + request.path()) {
      case "GET .well-known/openid-configuration" -> PoolAnswer.json(200, discovery());
      case "GET .well-known/jwks.json" ->
          PoolAnswer.empty(200)
              .with("content-type", "application/json")
              .saying(issuer.publicKeys());
      case "GET oauth2/authorize", "GET login" -> login.show(request.query());
      case "POST login" -> login.take(request);
      case "POST oauth2/token" -> token.answer(request);
      case "POST oauth2/revoke" -> token.revoke(request);
      case "GET oauth2/userInfo", "POST oauth2/userInfo" -> userInfo(request);
      case "GET logout" -> logout(request.query());
      default -> PoolAnswer.empty(404);
    };
  }

  private ObjectNode discovery() {
    var url = issuer.url();
    var json = People.JSON.createObjectNode().put("issuer", url);
    json.put("jwks_uri", url + "/.well-known/jwks.json");
    json.put("authorization_endpoint", url + "/oauth2/authorize");
    json.put("token_endpoint", url + "/oauth2/token");
    json.put("userinfo_endpoint", url + "/oauth2/userInfo");
    json.put("revocation_endpoint", url + "/oauth2/revoke");
    json.put("end_session_endpoint", url + "/logout");
    list(json, "response_types_supported", "code");
    list(
        json, "grant_types_supported", "authorization_code", "client_credentials", "refresh_token");
    list(json, "subject_types_supported", "public");
    list(json, "id_token_signing_alg_values_supported", "RS256");
    list(json, "code_challenge_methods_supported", "S256");
    list(
        json,
        "token_endpoint_auth_methods_supported",
        "client_secret_basic",
        "client_secret_post",
        "none");
    list(json, "scopes_supported", scopes().toArray(String[]::new));
    return json;
  }

  private List<String> scopes() {
    return Stream.concat(
            pool.loginClients().stream().map(LoginClient::scopes).flatMap(List::stream),
            pool.machineScopes().stream())
        .distinct()
        .toList();
  }

  private static void list(ObjectNode json, String name, String... values) {
    var list = json.putArray(name);
    for (var value : values) list.add(value);
  }

  private PoolAnswer userInfo(PoolRequest request) {
    var header = request.headers().first("Authorization");
    var isBearer = header != null && header.toLowerCase(Locale.ROOT).startsWith("bearer ");
    var claims = isBearer ? tokens.claims(String.valueOf(header).substring(7).strip()) : null;
    if (claims == null
        || !"access".equals(claims.getClaim("token_use"))
        || !List.of(String.valueOf(claims.getClaim("scope")).split(" ")).contains("openid"))
      return unauthorized();
    return accounts
        .find(String.valueOf(claims.getClaim("username")))
        .map(account -> PoolAnswer.json(200, shown(account)))
        .orElseGet(PoolPages::unauthorized);
  }

  private static ObjectNode shown(Account account) {
    var json = People.JSON.createObjectNode().put("sub", account.subject());
    return json.put("username", account.username())
        .put("email", account.email())
        .put("email_verified", "true");
  }

  private static PoolAnswer unauthorized() {
    return PoolAnswer.refused(new OAuthError(401, "invalid_token", "No token for this"))
        .with("www-authenticate", "Bearer error=\"invalid_token\"");
  }

  /** There is no session to end here; the way back leads only where the client says. */
  private PoolAnswer logout(String query) {
    try {
      var form = Form.of(query);
      var id = form.get("client_id");
      var uri = form.get("logout_uri");
      for (var client : pool.loginClients())
        if (client.id().equals(id) && client.logouts().contains(uri))
          return PoolAnswer.elsewhere(uri);
      throw OAuthError.request("No such client, or not its logout_uri");
    } catch (OAuthError e) {
      return PoolAnswer.refused(e);
    }
  }
}
