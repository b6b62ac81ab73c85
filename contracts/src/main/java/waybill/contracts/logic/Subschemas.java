package waybill.contracts.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Consumer;

/** The places in a schema at which schemas stand. */
final class Subschemas {
  static final Set<String> SINGLE =
      Set.of(
          "not",
          "if",
          "then",
          "else",
          "items",
          "contains",
          "additionalProperties",
          "propertyNames",
          "unevaluatedItems",
          "unevaluatedProperties",
          "contentSchema");
  static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
  static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions");

  private Subschemas() {}

  /** Outer ones first. */
  static void walk(Located at, Consumer<Located> visitor) {
    if (!at.schema().isObject()) return;
    visitor.accept(at);
    for (String keyword : at.schema().propertyStream().map(java.util.Map.Entry::getKey).toList()) {
      JsonNode value = at.schema().path(keyword);
      if (SINGLE.contains(keyword)) walk(at.at(keyword), visitor);
      else if (LISTS.contains(keyword))
        for (int i = 0; i < value.size(); i++) walk(at.at(keyword, i), visitor);
      else if (NAMED.contains(keyword))
        value.propertyStream().forEach(member -> walk(at.at(keyword, member.getKey()), visitor));
    }
  }
}
