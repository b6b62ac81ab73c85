package waybill.kit.door;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import waybill.contracts.Json;
import waybill.kit.Env;
import waybill.kit.aws.Aws;
import waybill.kit.log.Log;

/**
 * A Lambda authorizer of an HTTP API, payload format 2.0 with simple responses. Its decisions rest
 * on the identity sources alone, since what it says is kept under them.
 */
public abstract class AuthorizerFunction implements RequestStreamHandler {
  private static final ObjectMapper EVENTS = new ObjectMapper();

  private final Keeper keeper;

  /** Of what its keeper is made. */
  protected interface Making {
    Keeper of(Env env, Clock clock, Log log);
  }

  protected AuthorizerFunction(Map<String, String> variables, Making making) {
    Env env = new Env(variables);
    Aws aws = new Aws(env);
    Log log = aws.log();
    this.keeper = making.of(env, aws.clock(), log);
    if (env.find("AWS_LAMBDA_INITIALIZATION_TYPE").filter("snap-start"::equals).isPresent())
      prime(log);
  }

  private void prime(Log log) {
    try {
      keeper.prime();
    } catch (RuntimeException e) {
      log.error("the door could not be primed", e);
    }
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    JsonNode event = EVENTS.readTree(in);
    Verdict verdict =
        keeper.verdict(
            event.path("routeKey").asText(), event.path("identitySource").path(0).asText());
    out.write(Json.bytes(answer(verdict)));
  }

  private static ObjectNode answer(Verdict verdict) {
    if (verdict instanceof Verdict.Unauthorized) throw new Unauthorized();
    ObjectNode answer = Json.object();
    answer.put("isAuthorized", verdict instanceof Verdict.Admitted);
    ObjectNode context = answer.putObject("context");
    if (verdict instanceof Verdict.Admitted admitted) admitted.context().forEach(context::put);
    return answer;
  }

  /** The one error of which API Gateway makes a 401; any other is a 500. */
  private static final class Unauthorized extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unauthorized() {
      super("Unauthorized", null, false, false);
    }
  }
}
