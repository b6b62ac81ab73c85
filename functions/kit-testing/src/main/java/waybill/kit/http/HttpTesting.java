package waybill.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.kit.Service;

/**
 * A service's whole edge without a gateway: a request becomes the JSON event that API Gateway would
 * send, and the answer is read from the JSON that it would take back. It stands in the edge's own
 * package, so that nothing of the edge has to be public for it.
 */
public final class HttpTesting {
  /** Where requests come in. */
  public static final String DOMAIN = "waybill.example";

  private final Edge edge;
  private final Routes routes;

  public HttpTesting(Service service, Routes routes) {
    this.edge = new Edge(service, routes);
    this.routes = routes;
  }

  public Asking as(Caller caller) {
    return new Asking(caller, Map.of());
  }

  /** An answer as it leaves the function; of one in bytes the body is their Base64. */
  public record Answered(int status, Map<String, String> headers, JsonNode body) {

    private static Answered of(JsonNode event) {
      Map<String, String> headers = new LinkedHashMap<>();
      event
          .path("headers")
          .properties()
          .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
      String body = asJson(event.path("body").asText(), headers);
      return new Answered(
          event.path("statusCode").asInt(),
          headers,
          event.path("isBase64Encoded").asBoolean() ? event.path("body") : document(body));
    }

    private static JsonNode document(String body) {
      return body.isEmpty() ? MissingNode.getInstance() : Json.parse(body);
    }

    /** A file's text is a text. */
    private static String asJson(String body, Map<String, String> headers) {
      boolean isFile =
          !body.isEmpty() && !headers.getOrDefault("content-type", "").contains("json");
      return isFile ? Json.write(body) : body;
    }

    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** A field of the document, by its JSON Pointer. */
    public String text(String pointer) {
      return body.at(pointer).asText();
    }

    /** One field of each item of a list. */
    public List<String> items(String field) {
      return body.path("items").findValuesAsText(field);
    }

    /** The ids of what the request said, in order. */
    public List<String> messages() {
      String ids = header("waybill-messages");
      return ids.isEmpty() ? List.of() : List.of(ids.split(", ", -1));
    }

    /** On one line, as {@code 409 email-taken /email}: status, problem and where. */
    public String refusal() {
      List<String> words = new ArrayList<>();
      words.add(String.valueOf(status));
      words.add(text("/type").replace("urn:waybill:problem:", ""));
      words.addAll(body.path("violations").findValuesAsText("pointer"));
      return String.join(" ", words);
    }
  }

  /** A request that somebody is about to make. */
  public final class Asking {
    private final Caller caller;
    private final Map<String, String> headers;

    private Asking(Caller caller, Map<String, String> headers) {
      this.caller = caller;
      this.headers = headers;
    }

    public Asking with(String header, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(header, value);
      return new Asking(caller, more);
    }

    public Answered get(String path) {
      return ask("GET", path, null);
    }

    public Answered post(String path, String body) {
      return ask("POST", path, body);
    }

    /** Byte by byte, as the gateway passes on what is no text. */
    public Answered post(String path, byte[] body) {
      return answered(event("POST", path).put("isBase64Encoded", true).put("body", base64(body)));
    }

    public Answered patch(String path, String body) {
      return ask("PATCH", path, body);
    }

    public Answered put(String path, String body) {
      return ask("PUT", path, body);
    }

    public Answered delete(String path) {
      return ask("DELETE", path, null);
    }

    private Answered ask(String method, String uri, @Nullable String body) {
      ObjectNode event = event(method, uri);
      return answered(body == null ? event : event.put("body", body));
    }

    private Answered answered(ObjectNode event) {
      return Answered.of(Json.parse(edge.handle(HttpRequest.of(event, Instant.MAX)).toEvent()));
    }

    private ObjectNode event(String method, String uri) {
      URI asked = URI.create(uri);
      ObjectNode event = Json.object();
      route(method, asked.getRawPath(), event);
      event.set("headers", Json.tree(headers));
      event.set("queryStringParameters", Json.tree(parameters(asked.getRawQuery())));
      event.withObject("/requestContext").put("domainName", DOMAIN);
      event.withObject("/requestContext/authorizer/jwt").set("claims", claims(caller));
      return event;
    }
  }

  private static String base64(byte[] body) {
    return Base64.getEncoder().encodeToString(body);
  }

  private void route(String method, String path, ObjectNode event) {
    event.put("routeKey", method + " " + path);
    for (String key : routes.keys()) {
      Optional<Map<String, String>> parameters = matched(key, method + " " + path);
      if (parameters.isEmpty()) continue;
      event.put("routeKey", key);
      event.set("pathParameters", Json.tree(parameters.get()));
      return;
    }
  }

  private static Optional<Map<String, String>> matched(String key, String asked) {
    String[] pattern = key.split("/", -1);
    String[] parts = asked.split("/", -1);
    if (pattern.length != parts.length) return Optional.empty();
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i++) {
      if (pattern[i].startsWith("{"))
        parameters.put(pattern[i].substring(1, pattern[i].length() - 1), decoded(parts[i]));
      else if (!pattern[i].equals(parts[i])) return Optional.empty();
    }
    return Optional.of(parameters);
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query == null) return parameters;
    for (String one : query.split("&", -1)) {
      String[] nameAndValue = one.split("=", 2);
      parameters.put(decoded(nameAndValue[0]), decoded(nameAndValue[1]));
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** As Cognito would claim it and API Gateway flatten it. */
  private static ObjectNode claims(Caller caller) {
    ObjectNode claims = Json.object();
    if (caller.sort() == Caller.Sort.NOBODY) return claims;
    claims.put("sub", caller.subject()).put("client_id", caller.client());
    if (caller.sort() == Caller.Sort.PERSON) claims.put("username", caller.subject());
    if (!caller.groups().isEmpty())
      claims.put("cognito:groups", "[" + String.join(" ", caller.groups()) + "]");
    return claims;
  }
}
