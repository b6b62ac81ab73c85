package waybill.contracts.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
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
    for (Located inner : inside(at)) walk(inner, visitor);
  }

  /** Those that say something by themselves, and not only when they are referred to. */
  static List<Located> used(Located at) {
    List<Located> used = new ArrayList<>(inside(at));
    used.removeIf(
        inner ->
            inner.pointer().startsWith(at.pointer() + "/$defs/")
                || inner.pointer().startsWith(at.pointer() + "/definitions/"));
    return used;
  }

  private static List<Located> inside(Located at) {
    List<Located> inside = new ArrayList<>();
    at.schema()
        .properties()
        .forEach(
            member -> {
              String keyword = member.getKey();
              JsonNode value = member.getValue();
              if (SINGLE.contains(keyword)) inside.add(at.at(keyword));
              else if (LISTS.contains(keyword))
                for (int i = 0; i < value.size(); i++) inside.add(at.at(keyword, i));
              else if (NAMED.contains(keyword))
                value.fieldNames().forEachRemaining(name -> inside.add(at.at(keyword, name)));
            });
    return inside;
  }
}
