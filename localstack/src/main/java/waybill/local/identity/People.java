package waybill.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Optional;
import waybill.local.template.Pool;

/** The calls of Cognito by which people come into the pool and log in, with its own refusals. */
final class People {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final int PASSWORD_CHARS_MIN = 8;

  private final Accounts accounts;
  private final Issuer issuer;
  private final PeopleClient client;
  private final String pool;
  private final SignUpTrigger trigger;

  People(Accounts accounts, Issuer issuer, Pool pool, SignUpTrigger trigger) {
    this.accounts = accounts;
    this.issuer = issuer;
    this.client = new PeopleClient(issuer.peopleClientId(), pool.peopleClientSecret());
    this.pool = pool.id();
    this.trigger = trigger;
  }

  ObjectNode answer(String operation, JsonNode request) throws Refused {
    if (operation.equals("AdminUpdateUserAttributes")) return updateUserAttributes(request);
    client.check(request);
    return switch (operation) {
      case "SignUp" -> signUp(request);
      case "InitiateAuth" -> initiateAuth(request);
      case "ForgotPassword" -> forgotPassword(request);
      case "ConfirmForgotPassword" -> confirmForgotPassword(request);
      default -> throw new Refused("UnknownOperationException", "");
    };
  }

  private ObjectNode signUp(JsonNode request) throws Refused {
    var username = text(request, "Username");
    var password = password(request);
    var email = attribute(request, "email");
    if (accounts.find(username).isPresent()) throw exists();
    var account = Account.of(username, email, trigger.confirms(username, email), password);
    if (!accounts.add(account)) throw exists();
    return JSON.createObjectNode()
        .put("UserConfirmed", account.confirmed())
        .put("UserSub", account.subject());
  }

  private static Refused exists() {
    return new Refused("UsernameExistsException", "User already exists");
  }

  private ObjectNode initiateAuth(JsonNode request) throws Refused {
    if (!request.path("AuthFlow").asText().equals("USER_PASSWORD_AUTH"))
      throw Refused.parameter("Unsupported AuthFlow on one machine");
    var parameters = request.path("AuthParameters");
    var password = text(parameters, "PASSWORD");
    var account =
        accounts
            .find(text(parameters, "USERNAME"))
            .filter(one -> one.opensWith(password))
            .orElseThrow(Refused::notAuthorized);
    if (!account.confirmed())
      throw new Refused("UserNotConfirmedException", "User is not confirmed.");
    var answer = JSON.createObjectNode();
    answer.putObject("ChallengeParameters");
    answer
        .putObject("AuthenticationResult")
        .put("AccessToken", issuer.tokenOf(account.username(), account.subject()))
        .put("ExpiresIn", Issuer.LIFE.toSeconds())
        .put("TokenType", "Bearer");
    return answer;
  }

  /** Says the same of whom it does not know. */
  private ObjectNode forgotPassword(JsonNode request) throws Refused {
    accounts
        .find(text(request, "Username"))
        .ifPresent(account -> accounts.put(account.sent(newCode())));
    var answer = JSON.createObjectNode();
    answer
        .putObject("CodeDeliveryDetails")
        .put("AttributeName", "email")
        .put("DeliveryMedium", "EMAIL")
        .put("Destination", "***");
    return answer;
  }

  private static String newCode() {
    return "%06d".formatted(new SecureRandom().nextInt(1_000_000));
  }

  private ObjectNode confirmForgotPassword(JsonNode request) throws Refused {
    var code = text(request, "ConfirmationCode");
    var password = password(request);
    var account =
        accounts
            .find(text(request, "Username"))
            .filter(one -> code.equals(one.code()))
            .orElseThrow(
                () ->
                    new Refused(
                        "CodeMismatchException",
                        "Invalid verification code provided, please try again."));
    accounts.put(account.with(password));
    return JSON.createObjectNode();
  }

  private ObjectNode updateUserAttributes(JsonNode request) throws Refused {
    if (!text(request, "UserPoolId").equals(pool))
      throw new Refused("ResourceNotFoundException", "User pool does not exist.");
    var account =
        accounts
            .find(text(request, "Username"))
            .orElseThrow(() -> new Refused("UserNotFoundException", "User does not exist."));
    if (!attribute(request, "email_verified").equals("true"))
      throw Refused.parameter("On one machine codes go to emails that are verified");
    accounts.put(account.moved(attribute(request, "email")));
    return JSON.createObjectNode();
  }

  private static String attribute(JsonNode request, String name) {
    for (var attribute : request.path("UserAttributes"))
      if (attribute.path("Name").asText().equals(name)) return attribute.path("Value").asText();
    return "";
  }

  Optional<String> codeOf(String email) {
    return accounts.codeOf(email);
  }

  private static String password(JsonNode request) throws Refused {
    var password = text(request, "Password");
    if (password.length() < PASSWORD_CHARS_MIN)
      throw new Refused(
          "InvalidPasswordException",
          "Password did not conform with policy: Password not long enough");
    return password;
  }

  private static String text(JsonNode request, String name) throws Refused {
    if (request.path(name).asText().isEmpty())
      throw Refused.parameter("Missing required parameter " + name);
    return request.path(name).asText();
  }
}
