package waybill.exchange.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import waybill.contracts.Json;
import waybill.kit.http.Incoming;

/**
 * What was posted, in whichever mode of CloudEvents: structured, binary or a batch.
 *
 * @param events each as it was written, not looked at yet
 */
record Posted(List<JsonNode> events, boolean isBatch) {
  private static final String PREFIX = "ce-";
  private static final String INTEGER = "-?[0-9]{1,9}";

  static Posted of(Incoming request) {
    JsonNode body = Json.parse(request.body());
    String type = request.header("content-type").strip().toLowerCase(Locale.ROOT);
    boolean isEvent = type.startsWith("application/cloudevents");
    if (!isEvent && !request.header("ce-specversion").isEmpty())
      return new Posted(List.of(binary(request, body)), false);
    if (!body.isArray()) return new Posted(List.of(body), false);
    return new Posted(StreamSupport.stream(body.spliterator(), false).toList(), true);
  }

  /** The attributes stand in headers, the body is the data. */
  private static JsonNode binary(Incoming request, JsonNode data) {
    ObjectNode event = Json.object();
    request
        .headers()
        .forEach(
            (name, text) -> {
              if (name.startsWith(PREFIX)) put(event, name.substring(PREFIX.length()), text);
            });
    String type = request.header("content-type");
    if (!type.isEmpty()) event.put("datacontenttype", type);
    return event.set("data", data);
  }

  /** A header is a text; one attribute is a number. */
  private static void put(ObjectNode event, String name, String text) {
    if (name.equals("hops") && text.matches(INTEGER)) event.put(name, Integer.parseInt(text));
    else event.put(name, decoded(text));
  }

  /** CloudEvents writes what a header can't hold as %XX; a plus is a plus. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
