package waybill.local.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import waybill.local.function.Functions;
import waybill.local.function.Outcome;
import waybill.local.template.Ground;
import waybill.local.template.Stack;
import waybill.local.template.Trigger;

/** Asks the function that the template names, with the event that Cognito would send. */
final class SignUpFunctions implements SignUpTrigger {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final @Nullable String function;
  private final Stack stack;
  private final Functions functions;

  SignUpFunctions(Stack stack, Functions functions) {
    this.stack = stack;
    this.functions = functions;
    this.function =
        stack.functions().stream()
            .filter(one -> one.triggers().stream().anyMatch(Trigger.OfSignUp.class::isInstance))
            .map(one -> one.id())
            .findFirst()
            .orElse(null);
  }

  @Override
  public boolean confirms(String username, String email) throws Refused {
    if (function == null) return false;
    try {
      var outcome = functions.invoke(function, event(username, email));
      if (outcome instanceof Outcome.Answered answered)
        return JSON.readTree(answered.body()).at("/response/autoConfirmUser").asBoolean();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new Refused("InvalidLambdaResponseException", "Unrecognizable lambda output");
    }
    throw new Refused("UserLambdaValidationException", "PreSignUp failed.");
  }

  private byte[] event(String username, String email) throws IOException {
    var event = JSON.createObjectNode();
    event.put("version", "1").put("triggerSource", "PreSignUp_SignUp");
    event.put("region", Ground.REGION).put("userPoolId", stack.pool().id());
    event.put("userName", username);
    event
        .putObject("callerContext")
        .put("awsSdkVersion", "none")
        .put("clientId", stack.pool().peopleClientId());
    var request = event.putObject("request");
    request.putObject("userAttributes").put("email", email);
    request.putNull("validationData");
    event
        .putObject("response")
        .put("autoConfirmUser", false)
        .put("autoVerifyEmail", false)
        .put("autoVerifyPhone", false);
    return JSON.writeValueAsBytes(event);
  }
}
