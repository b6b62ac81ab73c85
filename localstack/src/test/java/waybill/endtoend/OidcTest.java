package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/** A client library that knows nothing of ours finds its way from the issuer's address alone. */
class OidcTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.ofTheRepository();

  static final ClientID PAGE = new ClientID("LoginClient");
  static final URI HOME = URI.create("http://localhost:3000/");
  private static final String PASSWORD = "a horse, a staple";

  private static Person ada;
  private static String adasId;
  private static OIDCProviderMetadata issuer;

  @BeforeAll
  static void adaIsRegistered_andTheIssuerIsFound() throws Exception {
    ada = new Person(running, "ada@example.com", PASSWORD);
    adasId = ada.registered();
    issuer = OIDCProviderMetadata.resolve(new Issuer(running.machine().issuer().url()));
  }

  @Test
  void aMachine_getsATokenForItsSecret_inEitherWay_andTheApiTakesIt() throws Exception {
    ClientID mill = new ClientID("mill");
    Secret secret = new Secret("local-secret-of-mill");
    for (ClientAuthentication proof :
        new ClientAuthentication[] {
          new ClientSecretBasic(mill, secret), new ClientSecretPost(mill, secret)
        }) {
      String token =
          machineToken(proof).toSuccessResponse().getTokens().getAccessToken().getValue();
      assertThat(running.get("/services", token).statusCode()).isEqualTo(200);
    }
  }

  private static TokenResponse machineToken(ClientAuthentication proof, String... scopes)
      throws Exception {
    var request =
        new TokenRequest.Builder(issuer.getTokenEndpointURI(), proof, new ClientCredentialsGrant());
    if (scopes.length > 0) request.scope(new Scope(scopes));
    return TokenResponse.parse(request.build().toHTTPRequest().send());
  }

  @Test
  void aMachine_mayAskForLess_andHasNoMoreThanItAskedFor() throws Exception {
    TokenResponse answer =
        machineToken(secretOf("mill", "local-secret-of-mill"), "waybill/publish");
    String token = answer.toSuccessResponse().getTokens().getAccessToken().getValue();

    assertThat(running.get("/services", token).statusCode()).isEqualTo(403);
    assertThat(error(machineToken(secretOf("mill", "local-secret-of-mill"), "waybill/rule")))
        .isEqualTo("invalid_scope");
    assertThat(
            error(machineToken(secretOf("mill", "local-secret-of-mill"), "waybill/act-for-people")))
        .isEqualTo("invalid_scope");
  }

  @Test
  void whoDoesNotKnowTheSecret_orIsNoMachine_isNoClient() throws Exception {
    TokenResponse wrong = machineToken(secretOf("mill", "guessed"));
    assertThat(error(wrong)).isEqualTo("invalid_client");
    assertThat(wrong.toErrorResponse().getErrorObject().getHTTPStatusCode()).isEqualTo(401);
    assertThat(error(machineToken(secretOf("operator", "local-secret-of-operator"))))
        .isEqualTo("invalid_client");
    assertThat(error(machineToken(secretOf("PeopleClient", "local-secret-of-PeopleClient"))))
        .isEqualTo("invalid_client");
    assertThat(error(machineToken(secretOf("LoginClient", "local-secret-of-LoginClient"))))
        .isEqualTo("unauthorized_client");
    assertThat(token("grant_type=password&client_id=mill").body())
        .contains("unsupported_grant_type");
    assertThat(token("grant_type=client_credentials&client_id=mill&client_id=mill").body())
        .contains("invalid_request");
  }

  private static ClientAuthentication secretOf(String client, String secret) {
    return new ClientSecretBasic(new ClientID(client), new Secret(secret));
  }

  private static String error(TokenResponse answer) {
    ErrorObject error = answer.toErrorResponse().getErrorObject();
    return error.getCode();
  }

  private static HttpResponse<String> token(String form) {
    return running.send(
        HttpRequest.newBuilder(issuer.getTokenEndpointURI())
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  @Test
  void aPerson_logsInAtThePoolsPage_andIsTheSameAsByPassword() throws Exception {
    Browser browser = new Browser(running, issuer);
    OIDCTokens tokens = browser.tokens(browser.logsIn(ada.email(), PASSWORD));

    var claims =
        new IDTokenValidator(
                issuer.getIssuer(), PAGE, JWSAlgorithm.RS256, issuer.getJWKSetURI().toURL())
            .validate(tokens.getIDToken(), browser.nonce);
    assertThat(claims.getStringClaim("email")).isEqualTo(ada.email());
    assertThat(claims.getStringClaim("cognito:username")).isEqualTo(adasId);

    String access = tokens.getAccessToken().getValue();
    assertThat(running.get("/users/" + adasId, access).statusCode()).isEqualTo(200);
    assertThat(running.get("/users/" + adasId + "/overview", access).statusCode()).isEqualTo(200);
    assertThat(running.get("/users", access).statusCode()).isEqualTo(403);
    assertThat(running.get("/messages", tokens.getIDTokenString()).statusCode()).isEqualTo(401);

    var shown =
        UserInfoResponse.parse(
            new UserInfoRequest(issuer.getUserInfoEndpointURI(), new BearerAccessToken(access))
                .toHTTPRequest()
                .send());
    assertThat(shown.toSuccessResponse().getUserInfo().getSubject()).isEqualTo(claims.getSubject());
    assertThat(shown.toSuccessResponse().getUserInfo().getEmailAddress()).isEqualTo(ada.email());
  }

  @Test
  void aRefreshToken_isGoodAgainAndAgain_untilItIsRevoked() throws Exception {
    Browser browser = new Browser(running, issuer);
    RefreshToken refresh = browser.tokens(browser.logsIn(ada.email(), PASSWORD)).getRefreshToken();
    for (int i = 0; i < 2; i++) {
      String access = granted(new RefreshTokenGrant(refresh)).getAccessToken().getValue();
      assertThat(running.get("/users/" + adasId, access).statusCode()).isEqualTo(200);
    }

    assertThat(
            new TokenRevocationRequest(issuer.getRevocationEndpointURI(), PAGE, refresh)
                .toHTTPRequest()
                .send()
                .getStatusCode())
        .isEqualTo(200);
    assertThat(error(asked(new RefreshTokenGrant(refresh)))).isEqualTo("invalid_grant");
  }

  @Test
  void aCode_isGoodOnce_andForWhoAskedForIt() throws Exception {
    Browser browser = new Browser(running, issuer);
    AuthorizationCode code = browser.logsIn(ada.email(), PASSWORD);
    assertThat(error(asked(new AuthorizationCodeGrant(code, HOME, new CodeVerifier()))))
        .isEqualTo("invalid_grant");
    assertThat(error(asked(new AuthorizationCodeGrant(code, HOME, browser.verifier))))
        .isEqualTo("invalid_grant");

    Browser another = new Browser(running, issuer);
    AuthorizationCode used = another.logsIn(ada.email(), PASSWORD);
    another.tokens(used);
    assertThat(error(asked(new AuthorizationCodeGrant(used, HOME, another.verifier))))
        .isEqualTo("invalid_grant");
  }

  private static TokenResponse asked(AuthorizationGrant grant) throws Exception {
    return OIDCTokenResponseParser.parse(
        new TokenRequest.Builder(issuer.getTokenEndpointURI(), PAGE, grant)
            .build()
            .toHTTPRequest()
            .send());
  }

  static OIDCTokens granted(AuthorizationGrant grant) throws Exception {
    return ((OIDCTokenResponse) asked(grant).toSuccessResponse()).getOIDCTokens();
  }

  @Test
  void aWrongPassword_leadsNowhere_andTheFormWithoutItsCookieNeither() throws Exception {
    Browser browser = new Browser(running, issuer);
    HttpResponse<String> refused = browser.sends(ada.email(), "wrong", browser.cookie());
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("location")).isEmpty();

    HttpResponse<String> forged = browser.sends(ada.email(), PASSWORD, "waybill-login=guessed");
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(forged.headers().firstValue("location")).isEmpty();
  }

  @Test
  void nobodyIsSentToAnAddressThatIsNotTheClients() {
    for (String query :
        new String[] {
          "client_id=LoginClient&redirect_uri=http://localhost:3000/elsewhere",
          "client_id=LoginClient&redirect_uri=https://evil.example/",
          "client_id=LoginClient",
          "client_id=PeopleClient&redirect_uri=http://localhost:3000/",
          "client_id=LoginClient&redirect_uri=http://localhost:3000/&redirect_uri=https://evil.example/"
        }) {
      HttpResponse<String> answer = authorize("response_type=code&" + query);
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(answer.headers().firstValue("location")).as(query).isEmpty();
    }
    HttpResponse<String> out =
        running.send(
            HttpRequest.newBuilder(
                URI.create(
                    issuer.getIssuer()
                        + "/logout?client_id=LoginClient&logout_uri=https://evil.example/")));
    assertThat(out.statusCode()).isEqualTo(400);
  }

  @Test
  void withoutAChallenge_theClientIsTold_whereItWantsToHearIt() {
    String home = "client_id=LoginClient&redirect_uri=http://localhost:3000/&state=s";
    assertThat(authorize("response_type=code&" + home).headers().firstValue("location"))
        .hasValue("http://localhost:3000/?error=invalid_request&state=s");
    assertThat(authorize("response_type=token&" + home).headers().firstValue("location"))
        .hasValue("http://localhost:3000/?error=unsupported_response_type&state=s");
  }

  private static HttpResponse<String> authorize(String query) {
    return running.send(
        HttpRequest.newBuilder(URI.create(issuer.getAuthorizationEndpointURI() + "?" + query)));
  }

  @Test
  void whatAPageAsks_isNoHtml_onTheLoginPage() {
    HttpResponse<String> page =
        authorize(
            "response_type=code&client_id=LoginClient&redirect_uri=http://localhost:3000/"
                + "&code_challenge=c&code_challenge_method=S256&state=%22%3E%3Cscript%3E'");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("<script>").contains("&#39;");
    assertThat(page.headers().firstValue("content-security-policy"))
        .hasValueSatisfying(it -> assertThat(it).contains("default-src 'none'"));
  }

  @Test
  void anotherKey_signsFromNowOn_andTokensOfTheOldOneStayGood() throws Exception {
    String before = running.machine().token("mill");
    int keys = JWKSet.load(issuer.getJWKSetURI().toURL()).getKeys().size();
    String id = running.get("/_local/rotate").body();

    JWKSet published = JWKSet.load(issuer.getJWKSetURI().toURL());
    assertThat(published.getKeys()).hasSize(keys + 1);
    assertThat(published.getKeyByKeyId(id)).isNotNull();
    assertThat(published.getKeys()).noneMatch(key -> key.isPrivate());
    String after = running.machine().token("mill");
    for (String token : new String[] {before, after, running.machine().token("bakery")})
      assertThat(running.get("/services", token).statusCode()).isEqualTo(200);
    assertThat(running.get("/users", running.machine().token("operator")).statusCode())
        .isEqualTo(200);
  }
}
