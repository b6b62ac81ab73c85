package waybill.exchange.subscribe;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What a subscriber wants of its contracts: for each pointer one of some values.
 *
 * @param wanted by JSON Pointer; all of them must hold
 */
public record Filter(Map<String, List<JsonNode>> wanted) {
  public static final Filter ALL = new Filter(Map.of());

  public Filter {
    wanted = Map.copyOf(wanted);
  }

  public boolean passes(JsonNode data) {
    return wanted.entrySet().stream()
        .allMatch(
            one -> {
              JsonNode there = data.at(JsonPointer.compile(one.getKey()));
              return one.getValue().stream().anyMatch(value -> same(value, there));
            });
  }

  /** One and 1.0 are the same number. */
  private static boolean same(JsonNode value, JsonNode there) {
    return (value.isNumber() && there.isNumber())
        ? value.decimalValue().compareTo(there.decimalValue()) == 0
        : value.equals(there);
  }
}
