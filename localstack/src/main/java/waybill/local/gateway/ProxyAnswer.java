package waybill.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a function's return value means as an HTTP response under payload format 2.0.
 *
 * @param refusal what the gateway says itself; empty where a function answered
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ProxyAnswer(int status, Map<String, List<String>> headers, byte[] body, String refusal) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> HOP_BY_HOP =
      List.of("connection", "content-length", "transfer-encoding", "keep-alive", "upgrade");

  ProxyAnswer(int status, Map<String, List<String>> headers, byte[] body) {
    this(status, headers, body, "");
  }

  boolean isRefusal() {
    return !refusal.isEmpty();
  }

  /** Null where API Gateway would say that the function's answer is malformed. */
  static @Nullable ProxyAnswer of(byte[] returned) {
    try {
      var value = returned.length == 0 ? JSON.nullNode() : JSON.readTree(returned);
      return value.has("statusCode") ? explicit(value) : inferred(value);
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable ProxyAnswer explicit(JsonNode value) {
    int status = value.path("statusCode").asInt();
    if (status < 100 || status > 599) return null;
    var headers = new LinkedHashMap<String, List<String>>();
    headers.put("content-type", List.of("text/plain;charset=UTF-8"));
    value
        .path("headers")
        .properties()
        .forEach(
            header -> {
              var name = header.getKey().toLowerCase(Locale.ROOT);
              if (!HOP_BY_HOP.contains(name))
                headers.put(name, List.of(header.getValue().asText()));
            });
    var cookies = new ArrayList<String>();
    value.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    if (!cookies.isEmpty()) headers.put("set-cookie", cookies);
    var text = value.path("body").asText("");
    var body =
        value.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    return new ProxyAnswer(status, headers, body);
  }

  private static ProxyAnswer inferred(JsonNode value) {
    var text = value.isTextual() ? value.asText() : value.toString();
    return new ProxyAnswer(
        200,
        Map.of("content-type", List.of("application/json")),
        text.getBytes(StandardCharsets.UTF_8));
  }

  /** A refusal of the gateway itself. */
  static ProxyAnswer refusal(int status, String message, Map<String, List<String>> headers) {
    var all = new LinkedHashMap<>(headers);
    all.put("content-type", List.of("application/json"));
    return new ProxyAnswer(
        status,
        all,
        ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8),
        message);
  }

  static ProxyAnswer refusal(int status, String message) {
    return refusal(status, message, Map.of());
  }
}
