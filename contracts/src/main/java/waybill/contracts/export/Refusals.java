package waybill.contracts.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.RouteEntry;

/** How a route refuses: the function with a problem, the gateway with a message of its own. */
final class Refusals {
  static final ContractId PROBLEM = ContractId.parse("exchange.problem/1");

  /** Which refusals a route has follows from its form: a path that may lead nowhere, a body. */
  enum Refusal {
    MALFORMED(400, "The body can't be read, or a header has not its form.", true, false),
    UNAUTHORIZED(401, "There is no token, or none that is valid.", false, true),
    FORBIDDEN(403, "The token does not allow this.", true, true),
    NOT_FOUND(404, "There is nothing here.", true, true),
    NOT_ACCEPTABLE(406, "No form that Accept names; nothing was changed.", true, false),
    CONFLICT(409, "What is there already does not allow this.", true, false),
    GONE(410, "What follows is no longer kept.", true, false),
    TOO_LARGE(413, "The body is larger than it may be.", true, true),
    UNSUPPORTED(415, "The body is in a form that is not taken here.", true, false),
    UNPROCESSABLE(
        422, "The document does not keep its contract, or can't be carried out.", true, false),
    TOO_MANY(429, "Too many requests; no more is taken for now.", true, true),
    BUSY(503, "Nothing was changed; try again.", true, true);

    private final int status;
    private final String description;
    private final boolean ofTheFunction;
    private final boolean ofTheGateway;

    Refusal(int status, String description, boolean ofTheFunction, boolean ofTheGateway) {
      this.status = status;
      this.description = description;
      this.ofTheFunction = ofTheFunction;
      this.ofTheGateway = ofTheGateway;
    }

    int status() {
      return status;
    }

    private boolean appliesTo(RouteEntry route) {
      boolean writes = !route.method().equals("GET");
      return switch (this) {
        case UNAUTHORIZED, FORBIDDEN -> !route.isPublic();
        case NOT_FOUND -> route.path().contains("{");
        case MALFORMED, TOO_LARGE, CONFLICT -> writes;
        case GONE -> route.path().endsWith("/changes");
        case UNPROCESSABLE -> writes || route.takes() != null;
        case UNSUPPORTED -> Operation.hasBody(route);
        case NOT_ACCEPTABLE, TOO_MANY, BUSY -> true;
      };
    }

    private ObjectNode response() {
      ObjectNode response = Json.object().put("description", description);
      if (this == BUSY)
        response
            .putObject("headers")
            .set("Retry-After", Components.refer("headers", "retry-after"));
      ObjectNode content = response.putObject("content");
      if (ofTheFunction)
        content.putObject("application/problem+json").set("schema", Components.refer(PROBLEM));
      if (ofTheGateway)
        content
            .putObject("application/json")
            .set("schema", Components.refer("schemas", "refusal-of-the-gateway"));
      return response;
    }
  }

  private Refusals() {}

  static List<Refusal> of(RouteEntry route) {
    return Stream.of(Refusal.values()).filter(refusal -> refusal.appliesTo(route)).toList();
  }

  static ObjectNode all() {
    ObjectNode responses = Json.object();
    for (Refusal refusal : Refusal.values()) responses.set(refusal.name(), refusal.response());
    return responses;
  }

  static ObjectNode ofTheGateway() {
    ObjectNode schema =
        Json.object().put("title", "A refusal of the gateway").put("type", "object");
    schema.putObject("properties").putObject("message").put("type", "string");
    return schema;
  }
}
