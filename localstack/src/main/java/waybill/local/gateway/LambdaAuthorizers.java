package waybill.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.local.function.Functions;
import waybill.local.function.Outcome;
import waybill.local.gateway.Authorizer.Broken;
import waybill.local.gateway.Authorizer.Forbidden;
import waybill.local.gateway.Authorizer.Passed;
import waybill.local.gateway.Authorizer.Unauthorized;
import waybill.local.gateway.Authorizer.Verdict;
import waybill.local.template.Api.Lambda;

/**
 * Asks functions that authorize, and keeps what they answer under the values of their identity
 * sources. What failed is not kept.
 */
final class LambdaAuthorizers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KEPT_MAX = 10_000;

  private final Functions functions;
  private final Clock clock;
  private final Map<Identity, Kept> kept =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Identity, Kept> eldest) {
          return size() > KEPT_MAX;
        }
      };

  LambdaAuthorizers(Functions functions, Clock clock) {
    this.functions = functions;
    this.clock = clock;
  }

  private record Identity(String authorizer, List<String> values) {}

  private record Kept(Verdict verdict, Instant until) {}

  Verdict ask(Lambda authorizer, ProxyEvent event) throws InterruptedException {
    var values = event.identity(authorizer.identitySources());
    if (values == null) return new Unauthorized(null);
    var identity = new Identity(authorizer.name(), values);
    var known = known(identity);
    if (known != null) return known;
    var asked = event.asked(values).toString().getBytes(StandardCharsets.UTF_8);
    var verdict = verdict(functions.invoke(authorizer.functionId(), asked));
    if (verdict instanceof Passed || verdict instanceof Forbidden) {
      keep(identity, new Kept(verdict, clock.instant().plus(authorizer.kept())));
    }
    return verdict;
  }

  private synchronized @Nullable Verdict known(Identity identity) {
    var found = kept.get(identity);
    return found != null && found.until().isAfter(clock.instant()) ? found.verdict() : null;
  }

  private synchronized void keep(Identity identity, Kept answer) {
    kept.remove(identity);
    kept.put(identity, answer);
  }

  private static Verdict verdict(Outcome outcome) {
    if (outcome instanceof Outcome.Answered answered) return verdict(answered.body());
    var failed = (Outcome.Failed) outcome;
    return failed.says("Unauthorized") ? new Unauthorized(null) : new Broken();
  }

  private static Verdict verdict(byte[] body) {
    try {
      var answer = JSON.readTree(body);
      if (!answer.path("isAuthorized").isBoolean() || !isFlat(answer.path("context"))) {
        return new Broken();
      }
      if (!answer.path("isAuthorized").asBoolean()) return new Forbidden(null);
      var told = JSON.createObjectNode();
      told.set("lambda", answer.path("context").isObject() ? answer.path("context") : null);
      return new Passed(told);
    } catch (IOException e) {
      return new Broken();
    }
  }

  /** API Gateway refuses a context that holds anything but texts, numbers and booleans. */
  private static boolean isFlat(JsonNode context) {
    return context.isMissingNode()
        || context.isNull()
        || (context.isObject()
            && Set.copyOf(context.properties()).stream()
                .allMatch(field -> field.getValue().isValueNode()));
  }
}
