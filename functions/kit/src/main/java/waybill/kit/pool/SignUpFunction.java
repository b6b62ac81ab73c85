package waybill.kit.pool;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import waybill.contracts.Json;
import waybill.kit.Env;
import waybill.kit.Service;
import waybill.kit.aws.Aws;

/**
 * Whom a user pool takes in: it asks before each sign-up, whoever sent it. A subclass only says
 * whom it expects; they need not confirm anything. Whom an administrator makes is let pass as is.
 */
public abstract class SignUpFunction implements RequestStreamHandler {
  private static final ObjectMapper EVENTS = new ObjectMapper();
  private static final String BY_THEMSELVES = "PreSignUp_SignUp";
  private static final String BY_AN_ADMINISTRATOR = "PreSignUp_AdminCreateUser";

  private final Predicate<Newcomer> expects;

  protected SignUpFunction(
      Map<String, String> env, Function<Service, Predicate<Newcomer>> expects) {
    Service service = new Aws(new Env(env)).service();
    this.expects = expects.apply(service);
    if (env.getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", "").equals("snap-start")) prime(service);
  }

  /** The pool waits five seconds: the table is spoken to before the picture is taken. */
  private void prime(Service service) {
    try {
      service.log().debug("primed", "nobody_comes", !expects.test(new Newcomer("nobody", "")));
    } catch (RuntimeException e) {
      service.log().error("the table could not be primed", e);
    }
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    ObjectNode event = (ObjectNode) EVENTS.readTree(in);
    String source = event.path("triggerSource").asText();
    if (source.equals(BY_THEMSELVES)) admit(event);
    else if (!source.equals(BY_AN_ADMINISTRATOR))
      throw new IllegalArgumentException("nobody comes in by " + source);
    out.write(Json.bytes(event));
  }

  private void admit(ObjectNode event) {
    Newcomer newcomer =
        new Newcomer(
            event.path("userName").asText(), event.at("/request/userAttributes/email").asText());
    if (!expects.test(newcomer)) throw new IllegalArgumentException("nobody expects this sign-up");
    event.withObject("/response").put("autoConfirmUser", true).put("autoVerifyEmail", true);
  }
}
