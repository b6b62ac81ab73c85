package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where in a schema other schemas stand: what is under const or enum is data, and no schema. */
final class Subschemas {
  private static final Set<String> ONE =
      Set.of(
          "additionalProperties",
          "unevaluatedProperties",
          "propertyNames",
          "items",
          "unevaluatedItems",
          "contains",
          "not",
          "if",
          "then",
          "else",
          "contentSchema");
  private static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
  private static final Set<String> LISTED = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

  private Subschemas() {}

  /** A schema inside another, and the pointer that leads to it. */
  record At(String pointer, JsonNode schema) {}

  /** Those right under this one. */
  static List<At> of(At parent) {
    List<At> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> keyword : parent.schema().properties()) {
      At under = parent(parent, keyword.getKey(), keyword.getValue());
      if (ONE.contains(keyword.getKey())) found.add(under);
      if (NAMED.contains(keyword.getKey()))
        for (var named : keyword.getValue().properties())
          found.add(parent(under, named.getKey(), named.getValue()));
      if (LISTED.contains(keyword.getKey()))
        for (int i = 0; i < keyword.getValue().size(); i++)
          found.add(parent(under, String.valueOf(i), keyword.getValue().path(i)));
    }
    return found;
  }

  private static At parent(At parent, String token, JsonNode schema) {
    return new At(parent.pointer() + "/" + escaped(token), schema);
  }

  static String escaped(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }
}
