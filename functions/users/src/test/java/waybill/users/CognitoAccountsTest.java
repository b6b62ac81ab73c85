package waybill.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waybill.contracts.Json;
import waybill.contracts.users.Session;
import waybill.kit.pool.Proof;

/** What is sent to Cognito, and what is made of its answers. */
class CognitoAccountsTest {
  /** By {@code printf u1client | openssl dgst -sha256 -hmac secret -binary | base64}. */
  private static final String HASH = "jkFPEBO+wAhGo3SwTpO9cT+nasaOiejVmKcWml/y4lo=";

  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  private int status = 200;
  private String answer = "{}";
  private Optional<String> secret = Optional.of("secret");
  private CognitoAccounts accounts;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    String url = "http://localhost:" + server.getAddress().getPort();
    AppClient client = new AppClient("client", () -> secret);
    accounts = new CognitoAccounts(new JsonCall(url, CognitoAccounts.TARGET, Proof.NONE), client);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aSignUp_namesUserPasswordAndEmail() {
    assertThat(accounts.signUp("u1", "ada@example.org", "secret")).isEqualTo(Word.DONE);
    assertThat(asked)
        .containsExactly(
            "AWSCognitoIdentityProviderService.SignUp application/x-amz-json-1.1",
            """
            {"Password":"secret","UserAttributes":[{"Name":"email","Value":"ada@example.org"}],\
            "ClientId":"client","SecretHash":"%s","Username":"u1"}"""
                .formatted(HASH));
  }

  @Test
  void anotherEmail_isToldAsOneThatIsVerified() {
    String url = "http://localhost:" + server.getAddress().getPort();
    Mailboxes mailboxes =
        new CognitoMailboxes(new JsonCall(url, CognitoAccounts.TARGET, Proof.NONE), "pool");
    assertThat(mailboxes.moved("u1", "ada@example.org")).isEqualTo(Word.DONE);
    assertThat(asked)
        .containsExactly(
            "AWSCognitoIdentityProviderService.AdminUpdateUserAttributes application/x-amz-json-1.1",
            """
            {"UserPoolId":"pool","Username":"u1","UserAttributes":[\
            {"Name":"email","Value":"ada@example.org"},{"Name":"email_verified","Value":"true"}]}""");
  }

  @Test
  void aLogIn_givesTheAccessTokenAlone_sinceNobodyCouldRefreshIt() {
    answer =
        """
        {"ChallengeParameters":{},"AuthenticationResult":{"AccessToken":"a","ExpiresIn":60,\
        "IdToken":"i","RefreshToken":"r","TokenType":"Bearer"}}""";
    assertThat(accounts.logIn("u1", "secret").session())
        .hasValue(new Session("a", 60, null, "Bearer"));
    JsonNode request = Json.parse(asked.get(1));
    assertThat(request.path("AuthFlow").asText()).isEqualTo("USER_PASSWORD_AUTH");
    assertThat(request.at("/AuthParameters/USERNAME").asText()).isEqualTo("u1");
    assertThat(request.at("/AuthParameters/SECRET_HASH").asText()).isEqualTo(HASH);
  }

  @Test
  void aChallenge_isNoLogIn() {
    answer = "{\"ChallengeName\":\"NEW_PASSWORD_REQUIRED\",\"Session\":\"s\"}";
    assertThat(accounts.logIn("u1", "secret").word()).isEqualTo(Word.WRONG);
  }

  @ParameterizedTest
  @CsvSource({
    "UsernameExistsException, THERE_ALREADY",
    "com.amazonaws.cognito#UsernameExistsException, THERE_ALREADY",
    "InvalidPasswordException, BAD_PASSWORD",
    "InvalidParameterException, BAD_PASSWORD",
    "NotAuthorizedException, WRONG",
    "UserNotFoundException, WRONG",
    "UserNotConfirmedException, WRONG",
    "PasswordResetRequiredException, WRONG",
    "CodeMismatchException, WRONG",
    "ExpiredCodeException, WRONG",
    "LimitExceededException, TOO_MANY",
    "TooManyFailedAttemptsException, TOO_MANY",
    "TooManyRequestsException, UNAVAILABLE",
    "CodeDeliveryFailureException, WRONG",
    "UserLambdaValidationException, UNAVAILABLE",
    "ResourceNotFoundException, UNAVAILABLE"
  })
  void aRefusal_isWhatItsTypeSays(String type, Word word) {
    status = 400;
    answer = "{\"__type\":\"" + type + "\",\"message\":\"Incorrect username or password.\"}";
    assertThat(accounts.signUp("u1", "ada@example.org", "secret")).isEqualTo(word);
    assertThat(accounts.logIn("u1", "secret").word()).isEqualTo(word);
    assertThat(accounts.sendCode("u1")).isEqualTo(word);
    assertThat(accounts.setPassword("u1", "123456", "secret")).isEqualTo(word);
  }

  @Test
  void cognitosOwnLock_isKnownByItsWords() {
    status = 400;
    answer = "{\"__type\":\"NotAuthorizedException\",\"message\":\"Password attempts exceeded\"}";
    assertThat(accounts.logIn("u1", "secret").word()).isEqualTo(Word.TOO_MANY);
  }

  @ParameterizedTest
  @CsvSource({"500, {}", "503, <html>", "200, <html>", "400, nothing"})
  void whatIsNoAnswer_isUnavailable(int given, String body) {
    status = given;
    answer = body;
    assertThat(accounts.logIn("u1", "secret").word()).isEqualTo(Word.UNAVAILABLE);
  }

  @Test
  void whereNobodyListens_accountsAreUnavailable() {
    server.stop(0);
    assertThat(accounts.logIn("u1", "secret").word()).isEqualTo(Word.UNAVAILABLE);
  }

  @Test
  void whileTheClientsSecretIsNotToBeHad_accountsAreUnavailable_andNobodyIsAsked() {
    secret = Optional.empty();
    assertThat(accounts.signUp("u1", "ada@example.org", "secret")).isEqualTo(Word.UNAVAILABLE);
    assertThat(accounts.logIn("u1", "secret").word()).isEqualTo(Word.UNAVAILABLE);
    assertThat(accounts.sendCode("u1")).isEqualTo(Word.UNAVAILABLE);
    assertThat(accounts.setPassword("u1", "1", "secret")).isEqualTo(Word.UNAVAILABLE);
    assertThat(asked).isEmpty();
  }

  @Test
  void theClientsSecret_isLookedUpUntilItIsKnown_andThenKept() {
    String url = "http://localhost:" + server.getAddress().getPort();
    KeptSecret kept = new KeptSecret(new JsonCall(url, "secretsmanager", Proof.NONE), "arn");
    status = 400;
    assertThat(kept.get()).isEmpty();
    status = 200;
    answer = "{\"SecretString\":\"s\"}";
    assertThat(kept.get()).hasValue("s");
    assertThat(kept.get()).hasValue("s");
    assertThat(asked)
        .hasSize(4)
        .contains("secretsmanager.GetSecretValue application/x-amz-json-1.1")
        .contains("{\"SecretId\":\"arn\"}");
  }

  @Test
  void nothingThatHoldsASecret_showsItWhenItIsPrinted() {
    answer = "{\"AuthenticationResult\":{\"AccessToken\":\"token\",\"ExpiresIn\":60}}";
    assertThat(accounts.logIn("u1", "secret").toString()).doesNotContain("token");
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(
        exchange.getRequestHeaders().getFirst("x-amz-target")
            + " "
            + exchange.getRequestHeaders().getFirst("content-type"));
    asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
