package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import waybill.contracts.Json;
import waybill.contracts.logic.Values;

/** What documents are made of, picked up in schemas: values, values next to bounds, names. */
final class Material {
  private static final int VALUES_MAX = 400;
  private static final int LENGTH_MAX = 2_000;
  private static final List<String> PLAIN =
      List.of("null", "true", "false", "0", "1", "-1", "0.5", "\"\"", "\"a\"", "[]", "{}");

  private final Set<JsonNode> values = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();

  Material(JsonNode... schemas) {
    PLAIN.forEach(text -> values.add(Json.parse(text)));
    for (JsonNode schema : schemas) pickUp(schema);
    names.add("x");
  }

  List<JsonNode> values() {
    return new ArrayList<>(values);
  }

  List<String> names() {
    return new ArrayList<>(names);
  }

  private void pickUp(JsonNode schema) {
    if (values.size() > VALUES_MAX) return;
    schema.forEach(this::pickUp);
    schema.properties().forEach(member -> pickUp(member.getKey(), member.getValue()));
  }

  private void pickUp(String keyword, JsonNode value) {
    switch (keyword) {
      case "const", "default" -> values.add(value);
      case "enum", "examples" -> value.forEach(values::add);
      case "properties", "dependentSchemas", "dependentRequired" ->
          value.fieldNames().forEachRemaining(names::add);
      case "required" -> value.forEach(name -> names.add(name.asText()));
      case "minLength", "maxLength" -> lengths(value);
      case "minItems", "maxItems" -> counts(value);
      default -> {
        if (value.isNumber()) around(value.decimalValue());
      }
    }
  }

  private void around(BigDecimal bound) {
    for (String step : List.of("0", "1", "-1", "0.5", "-0.5"))
      values.add(Values.number(bound.add(new BigDecimal(step))));
  }

  private void lengths(JsonNode bound) {
    for (int length = bound.asInt() - 1; length <= bound.asInt() + 1; length++)
      if (length >= 0 && length <= LENGTH_MAX) values.add(Values.text("a".repeat(length)));
  }

  private void counts(JsonNode bound) {
    for (int count = bound.asInt() - 1; count <= bound.asInt() + 1; count++) {
      if (count < 0 || count > LENGTH_MAX) continue;
      var array = Values.array();
      for (int i = 0; i < count; i++) array.add(i);
      values.add(array);
    }
  }
}
