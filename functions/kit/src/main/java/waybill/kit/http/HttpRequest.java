package waybill.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An API Gateway event in payload format 2.0, read straight from its JSON: Lambda's typed classes
 * cost a cold start most of its time.
 */
@SuppressWarnings("ArrayRecordComponent") // one request has one owner; nobody compares two
record HttpRequest(
    String routeKey,
    Map<String, String> headers,
    Map<String, String> path,
    Map<String, String> query,
    byte[] body,
    JsonNode authorizer,
    Arrival arrival) {

  static HttpRequest of(JsonNode event, Instant until) {
    return new HttpRequest(
        event.path("routeKey").asText(),
        lowerCased(texts(event.path("headers"))),
        texts(event.path("pathParameters")),
        texts(event.path("queryStringParameters")),
        body(event),
        event.path("requestContext").path("authorizer"),
        Arrival.at(event.path("requestContext").path("domainName").asText(), until));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  private static byte[] body(JsonNode event) {
    String text = event.path("body").asText("");
    return event.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(text)
        : text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
    return texts;
  }

  private static Map<String, String> lowerCased(Map<String, String> headers) {
    Map<String, String> lower = new LinkedHashMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }
}
