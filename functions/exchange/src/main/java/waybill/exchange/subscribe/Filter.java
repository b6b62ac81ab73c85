package waybill.exchange.subscribe;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  /** As it is written: a list of values for each pointer. */
  public static Filter of(JsonNode written) {
    Map<String, List<JsonNode>> wanted = new TreeMap<>();
    for (var one : written.properties()) {
      List<JsonNode> values = new ArrayList<>();
      one.getValue().forEach(values::add);
      wanted.put(one.getKey(), List.copyOf(values));
    }
    return new Filter(wanted);
  }

  public JsonNode written() {
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    wanted.forEach((pointer, values) -> values.forEach(written.putArray(pointer)::add));
    return written;
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
