package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Says in 2020-12 what a schema says in an older draft, which it has to name in {@code $schema}. A
 * history of schemas often begins with one.
 */
final class OlderDraft {
  private static final List<String> DRAFTS =
      List.of("draft-04/", "draft-06/", "draft-07/", "draft/2019-09/");

  /** What a {@code $ref} leaves of its neighbours before 2019-09. */
  private static final Set<String> BESIDE_REF =
      Set.of("$ref", "definitions", "title", "description", "$comment", "default", "examples");

  private static final Set<String> SINCE_2019 =
      Set.of(
          "dependentRequired",
          "dependentSchemas",
          "unevaluatedItems",
          "unevaluatedProperties",
          "minContains",
          "maxContains",
          "$anchor");

  private static final Set<String> SINCE_2020 =
      Set.of("prefixItems", "$dynamicRef", "$dynamicAnchor");

  private final boolean isBefore2019;
  private final boolean isDraft4;

  private OlderDraft(String dialect) {
    this.isBefore2019 = !dialect.contains("2019-09");
    this.isDraft4 = dialect.contains("draft-04");
  }

  static JsonNode asOf2020(JsonNode schema) {
    String dialect = schema.path("$schema").asText("").toLowerCase(Locale.ROOT);
    if (DRAFTS.stream().noneMatch(dialect::contains)) return schema;
    JsonNode copy = schema.deepCopy();
    new OlderDraft(dialect).rewrite(copy);
    return copy;
  }

  private void rewrite(JsonNode schema) {
    if (!(schema instanceof ObjectNode object)) return;
    object.remove("$schema");
    object.remove(SINCE_2020);
    if (isBefore2019) object.remove(SINCE_2019);
    if (isBefore2019 && object.has("$ref")) object.retain(BESIDE_REF);
    if (isDraft4) rewriteDraft4(object);
    else if (object.path("id").isTextual()) object.remove("id");
    rewriteId(object);
    rewriteItems(object);
    rewriteDependencies(object);
    for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties()))
      rewriteInside(member.getKey(), member.getValue());
  }

  private void rewriteInside(String keyword, JsonNode value) {
    switch (keyword) {
      case "properties", "patternProperties", "definitions", "$defs", "dependentSchemas" ->
          value.forEach(this::rewrite);
      case "allOf", "anyOf", "oneOf", "prefixItems" -> value.forEach(this::rewrite);
      case "not",
          "if",
          "then",
          "else",
          "items",
          "contains",
          "additionalProperties",
          "propertyNames",
          "unevaluatedItems",
          "unevaluatedProperties" ->
          rewrite(value);
      default -> {}
    }
  }

  private static void rewriteDraft4(ObjectNode object) {
    if (object.path("id").isTextual()) object.set("$id", object.remove("id"));
    exclusive(object, "exclusiveMinimum", "minimum");
    exclusive(object, "exclusiveMaximum", "maximum");
  }

  private static void exclusive(ObjectNode object, String keyword, String bound) {
    if (!object.path(keyword).isBoolean()) return;
    boolean isExclusive = object.remove(keyword).booleanValue();
    if (isExclusive && object.has(bound)) object.set(keyword, object.remove(bound));
  }

  private static void rewriteId(ObjectNode object) {
    String id = object.path("$id").asText("");
    if (!id.startsWith("#")) return;
    object.remove("$id");
    if (id.length() > 1) object.put("$anchor", id.substring(1));
  }

  private static void rewriteItems(ObjectNode object) {
    JsonNode rest = object.remove("additionalItems");
    if (!object.path("items").isArray()) return;
    object.set("prefixItems", object.remove("items"));
    if (rest != null) object.set("items", rest);
    if (object.path("prefixItems").isEmpty()) object.remove("prefixItems");
  }

  private static void rewriteDependencies(ObjectNode object) {
    if (!object.path("dependencies").isObject()) return;
    for (Map.Entry<String, JsonNode> one : object.remove("dependencies").properties()) {
      boolean isList = one.getValue() instanceof ArrayNode;
      String keyword = isList ? "dependentRequired" : "dependentSchemas";
      object.withObjectProperty(keyword).set(one.getKey(), one.getValue());
    }
  }
}
