package waybill.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import waybill.local.RunningMachine;

/** Somebody with the login page open. */
final class Browser {
  final CodeVerifier verifier = new CodeVerifier();
  final Nonce nonce = new Nonce();
  private final State state = new State();
  private final RunningMachine running;
  private final OIDCProviderMetadata issuer;
  private final HttpResponse<String> page;

  Browser(RunningMachine running, OIDCProviderMetadata issuer) {
    this.running = running;
    this.issuer = issuer;
    page =
        running.send(
            HttpRequest.newBuilder(
                new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "email", "aws.cognito.signin.user.admin"),
                        OidcTest.PAGE,
                        OidcTest.HOME)
                    .endpointURI(issuer.getAuthorizationEndpointURI())
                    .state(state)
                    .nonce(nonce)
                    .codeChallenge(verifier, CodeChallengeMethod.S256)
                    .build()
                    .toURI()));
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
  }

  String cookie() {
    return page.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
  }

  private String field(String name) {
    String from = "name=\"" + name + "\" value=\"";
    int at = page.body().indexOf(from) + from.length();
    return page.body().substring(at, page.body().indexOf('"', at)).replace("&amp;", "&");
  }

  HttpResponse<String> sends(String email, String password, String cookie) {
    return running.send(
        HttpRequest.newBuilder(URI.create(issuer.getIssuer() + "/login"))
            .header("cookie", cookie)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "asked=%s&token=%s&username=%s&password=%s"
                        .formatted(
                            encoded(field("asked")),
                            encoded(field("token")),
                            encoded(email),
                            encoded(password)))));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  AuthorizationCode logsIn(String email, String password) throws Exception {
    HttpResponse<String> sent = sends(email, password, cookie());
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    URI back = URI.create(sent.headers().firstValue("location").orElseThrow());
    assertThat(back.toString()).startsWith(OidcTest.HOME + "?");
    var answer = AuthenticationResponseParser.parse(back).toSuccessResponse();
    assertThat(answer.getState()).isEqualTo(state);
    return answer.getAuthorizationCode();
  }

  OIDCTokens tokens(AuthorizationCode code) throws Exception {
    return OidcTest.granted(new AuthorizationCodeGrant(code, OidcTest.HOME, verifier));
  }
}
