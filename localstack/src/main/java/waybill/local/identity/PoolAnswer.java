package waybill.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of the pool's pages; none of them is kept by anybody. */
public record PoolAnswer(int status, Map<String, String> headers, String body) {

  static PoolAnswer json(int status, JsonNode body) {
    return new PoolAnswer(status, Map.of("content-type", "application/json"), body.toString())
        .with("cache-control", "no-store");
  }

  static PoolAnswer refused(OAuthError error) {
    var body = People.JSON.createObjectNode().put("error", error.code());
    return json(error.status(), body.put("error_description", error.getMessage()));
  }

  static PoolAnswer empty(int status) {
    return new PoolAnswer(status, Map.of("cache-control", "no-store"), "");
  }

  static PoolAnswer elsewhere(String url) {
    return empty(303).with("location", url);
  }

  PoolAnswer saying(String text) {
    return new PoolAnswer(status, headers, text);
  }

  PoolAnswer with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new PoolAnswer(status, more, body);
  }
}
