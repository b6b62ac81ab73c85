package waybill.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import waybill.contracts.Json;
import waybill.contracts.users.Session;
import waybill.kit.Env;

/** Accounts in a Cognito user pool, by the calls that need no rights but the app client's id. */
final class CognitoAccounts implements Accounts {
  static final String TARGET = "AWSCognitoIdentityProviderService";

  private final JsonCall call;
  private final String client;

  CognitoAccounts(JsonCall call, String client) {
    this.call = call;
    this.client = client;
  }

  static CognitoAccounts of(Env env) {
    return new CognitoAccounts(new JsonCall(url(env), TARGET, null), env.get("USER_POOL_CLIENT"));
  }

  static String url(Env env) {
    return env.find("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER")
        .orElseGet(() -> "https://cognito-idp." + env.region() + ".amazonaws.com");
  }

  @Override
  public Word signUp(String userId, String email, String password) {
    ObjectNode request = request().put("Username", userId).put("Password", password);
    request.putArray("UserAttributes").addObject().put("Name", "email").put("Value", email);
    return word(call.of("SignUp", request));
  }

  @Override
  public LoggedIn logIn(String userId, String password) {
    ObjectNode request = request().put("AuthFlow", "USER_PASSWORD_AUTH");
    request.putObject("AuthParameters").put("USERNAME", userId).put("PASSWORD", password);
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
        result.hasNonNull("RefreshToken") ? result.path("RefreshToken").asText() : null,
        "Bearer");
  }

  @Override
  public Word sendCode(String userId) {
    return word(call.of("ForgotPassword", request().put("Username", userId)));
  }

  @Override
  public Word setPassword(String userId, String code, String password) {
    return word(
        call.of(
            "ConfirmForgotPassword",
            request()
                .put("Username", userId)
                .put("ConfirmationCode", code)
                .put("Password", password)));
  }

  private ObjectNode request() {
    return Json.object().put("ClientId", client);
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
          "ExpiredCodeException" ->
          Word.WRONG;
      case "TooManyRequestsException", "TooManyFailedAttemptsException", "LimitExceededException" ->
          Word.TOO_MANY;
      default -> Word.UNAVAILABLE;
    };
  }

  /** Cognito's own lock has no type of its own. */
  private static boolean locked(JsonCall.Said said) {
    return said.body().path("message").asText().startsWith("Password attempts exceeded");
  }
}
