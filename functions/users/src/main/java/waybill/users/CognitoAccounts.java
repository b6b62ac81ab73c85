package waybill.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import waybill.contracts.Json;
import waybill.contracts.users.Session;
import waybill.kit.Env;
import waybill.kit.pool.Proof;

/** Accounts in a Cognito user pool, by the calls that need no right but the app client's secret. */
final class CognitoAccounts implements Accounts {
  static final String TARGET = "AWSCognitoIdentityProviderService";

  private final JsonCall call;
  private final AppClient client;

  CognitoAccounts(JsonCall call, AppClient client) {
    this.call = call;
    this.client = client;
  }

  static CognitoAccounts of(Env env) {
    AppClient client = new AppClient(env.get("USER_POOL_CLIENT"), KeptSecret.of(env));
    return new CognitoAccounts(new JsonCall(url(env), TARGET, Proof.NONE), client);
  }

  static String url(Env env) {
    return env.find("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER")
        .orElseGet(() -> "https://cognito-idp." + env.region() + ".amazonaws.com");
  }

  @Override
  public Word signUp(String userId, String email, String password) {
    ObjectNode request = Json.object().put("Password", password);
    request.putArray("UserAttributes").addObject().put("Name", "email").put("Value", email);
    return word(said("SignUp", userId, request));
  }

  @Override
  public LoggedIn logIn(String userId, String password) {
    Optional<String> hash = client.hashOf(userId);
    if (hash.isEmpty()) return LoggedIn.not(Word.UNAVAILABLE);
    ObjectNode request =
        Json.object().put("ClientId", client.id()).put("AuthFlow", "USER_PASSWORD_AUTH");
    request
        .putObject("AuthParameters")
        .put("USERNAME", userId)
        .put("PASSWORD", password)
        .put("SECRET_HASH", hash.get());
    JsonCall.Said said = call.of("InitiateAuth", request);
    Word word = word(said);
    JsonNode result = said.body().path("AuthenticationResult");
    if (word != Word.DONE) return LoggedIn.not(word);
    return result.path("AccessToken").isTextual()
        ? new LoggedIn(word, Optional.of(session(result)))
        : LoggedIn.not(Word.WRONG); // a challenge: nobody here can answer one
  }

  private static Session session(JsonNode result) {
    return new Session(
        result.path("AccessToken").asText(),
        result.path("ExpiresIn").asLong(),
        null, // of use only with the client's secret
        "Bearer");
  }

  @Override
  public Word sendCode(String userId) {
    return word(said("ForgotPassword", userId, Json.object()));
  }

  @Override
  public Word setPassword(String userId, String code, String password) {
    ObjectNode request = Json.object().put("ConfirmationCode", code).put("Password", password);
    return word(said("ConfirmForgotPassword", userId, request));
  }

  private JsonCall.Said said(String operation, String userId, ObjectNode request) {
    return client
        .hashOf(userId)
        .map(hash -> request.put("ClientId", client.id()).put("SecretHash", hash))
        .map(proven -> call.of(operation, proven.put("Username", userId)))
        .orElseGet(JsonCall.Said::nothing);
  }

  static Word word(JsonCall.Said said) {
    return switch (said.error()) {
      case "" -> Word.DONE;
      case "UsernameExistsException" -> Word.THERE_ALREADY;
      case "InvalidPasswordException", "InvalidParameterException" -> Word.BAD_PASSWORD;
      case "NotAuthorizedException" -> locked(said) ? Word.TOO_MANY : Word.WRONG;
      case "UserNotFoundException",
          "UserNotConfirmedException",
          "PasswordResetRequiredException",
          "CodeMismatchException",
          "CodeDeliveryFailureException", // said of accounts only
          "ExpiredCodeException" ->
          Word.WRONG;
      case "TooManyFailedAttemptsException", "LimitExceededException" -> Word.TOO_MANY;
      default -> Word.UNAVAILABLE;
    };
  }

  /** Cognito's own lock has no type of its own. */
  private static boolean locked(JsonCall.Said said) {
    return said.body().path("message").asText().startsWith("Password attempts exceeded");
  }
}
