package waybill.local.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import waybill.local.identity.LoginPage.Granted;
import waybill.local.template.LoginClient;
import waybill.local.template.Pool;

/** Gives tokens: to machines for their secret, to pages for a code or a refresh token. */
final class TokenPage {
  private final Issuer issuer;
  private final Pool pool;
  private final Accounts accounts;
  private final Handles<Granted> codes;
  private final Handles<Login> logins;

  TokenPage(
      Issuer issuer, Pool pool, Accounts accounts, Handles<Granted> codes, Handles<Login> logins) {
    this.issuer = issuer;
    this.pool = pool;
    this.accounts = accounts;
    this.codes = codes;
    this.logins = logins;
  }

  PoolAnswer answer(PoolRequest request) {
    try {
      var form = Form.of(request.body());
      return PoolAnswer.json(200, tokens(request, form)).with("pragma", "no-cache");
    } catch (OAuthError e) {
      var refused = PoolAnswer.refused(e);
      return e.status() == 401 ? refused.with("www-authenticate", "Basic") : refused;
    }
  }

  private ObjectNode tokens(PoolRequest request, Form form) throws OAuthError {
    var grant = form.get("grant_type");
    var client = ClientProof.of(request, form);
    return switch (grant) {
      case "client_credentials" -> ofMachine(client, form);
      case "authorization_code" -> ofCode(loginClient(client), form);
      case "refresh_token" -> ofRefresh(loginClient(client), form);
      default -> throw new OAuthError(400, "unsupported_grant_type", "No such grant_type");
    };
  }

  private ObjectNode ofMachine(ClientProof client, Form form) throws OAuthError {
    if (pool.loginClients().stream().anyMatch(one -> one.id().equals(client.id())))
      throw new OAuthError(400, "unauthorized_client", "This client is people's");
    var isOne = Issuer.NAME.matcher(client.id()).matches() && !client.id().equals(Issuer.PERSON);
    if (!(isOne || pool.machineClients().contains(client.id())) || !client.isProved())
      throw OAuthError.client();
    var scopes = form.scopes(pool.machineScopes());
    return answer(issuer.machineToken(client.id(), scopes));
  }

  /** A client without a secret that sends one is not who it says. */
  private LoginClient loginClient(ClientProof client) throws OAuthError {
    if (client.secret() != null) throw OAuthError.client();
    return pool.loginClients().stream()
        .filter(one -> one.id().equals(client.id()))
        .findFirst()
        .orElseThrow(OAuthError::client);
  }

  /** Whoever presents a code has used it up, rightly or not. */
  private ObjectNode ofCode(LoginClient client, Form form) throws OAuthError {
    var code = form.get("code");
    var redirect = form.get("redirect_uri");
    var verifier = form.get("code_verifier");
    var granted =
        codes
            .take(code)
            .filter(one -> one.asked().client().equals(client.id()))
            .filter(one -> one.asked().redirect().equals(redirect))
            .filter(one -> one.asked().isProvedBy(verifier))
            .orElseThrow(() -> OAuthError.grant("The code is not good, or not for this"));
    return loggedIn(granted.login()).put("refresh_token", logins.handle(granted.login()));
  }

  private ObjectNode ofRefresh(LoginClient client, Form form) throws OAuthError {
    var login =
        logins
            .find(form.get("refresh_token"))
            .filter(one -> one.client().equals(client.id()))
            .orElseThrow(() -> OAuthError.grant("The refresh token is not good"));
    form.scopes(login.scopes());
    return loggedIn(login);
  }

  private ObjectNode loggedIn(Login login) throws OAuthError {
    var account =
        accounts.find(login.username()).orElseThrow(() -> OAuthError.grant("Nobody is that"));
    var answer = answer(issuer.tokenOf(login));
    if (login.scopes().contains("openid"))
      answer.put("id_token", issuer.identityOf(login, account));
    return answer;
  }

  private static ObjectNode answer(String accessToken) {
    return People.JSON
        .createObjectNode()
        .put("access_token", accessToken)
        .put("expires_in", Issuer.LIFE.toSeconds())
        .put("token_type", "Bearer");
  }

  /** Nobody learns whether there was such a token. */
  PoolAnswer revoke(PoolRequest request) {
    try {
      var form = Form.of(request.body());
      var client = loginClient(ClientProof.of(request, form));
      var token = form.get("token");
      if (logins.find(token).filter(login -> login.client().equals(client.id())).isPresent())
        logins.take(token);
      return PoolAnswer.empty(200);
    } catch (OAuthError e) {
      return PoolAnswer.refused(e);
    }
  }
}
