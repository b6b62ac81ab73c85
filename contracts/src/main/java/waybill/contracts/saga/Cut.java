package waybill.contracts.saga;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import waybill.contracts.Json;

/** Takes out of a document what a closed schema does not know by name. */
final class Cut {
  private static final int DEPTH_MAX = 50;

  private Cut() {}

  static JsonNode document(JsonNode schema, JsonNode document) {
    return value(schema, schema, document);
  }

  /** A value of which a schema inside of another speaks. */
  static JsonNode value(JsonNode root, JsonNode schema, JsonNode value) {
    return cut(root, schema, value, 0);
  }

  private static JsonNode cut(JsonNode root, JsonNode schema, JsonNode value, int depth) {
    JsonNode rule = resolved(root, schema);
    if (depth > DEPTH_MAX) return value;
    if (value instanceof ObjectNode object) return object(root, rule, object, depth);
    if (value instanceof ArrayNode array) return array(root, rule, array, depth);
    return value;
  }

  private static JsonNode object(JsonNode root, JsonNode rule, ObjectNode value, int depth) {
    ObjectNode kept = Json.object();
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      JsonNode inner = rule.path("properties").path(field.getKey());
      if (inner.isMissingNode() && isClosed(rule)) continue;
      kept.set(field.getKey(), cut(root, inner, field.getValue(), depth + 1));
    }
    return kept;
  }

  private static JsonNode array(JsonNode root, JsonNode rule, ArrayNode value, int depth) {
    ArrayNode kept = value.arrayNode();
    value.forEach(item -> kept.add(cut(root, rule.path("items"), item, depth + 1)));
    return kept;
  }

  static boolean isClosed(JsonNode rule) {
    JsonNode additional = rule.path("additionalProperties");
    return additional.isBoolean() && !additional.booleanValue();
  }

  /** A bundled schema leads nowhere but into itself. */
  static JsonNode resolved(JsonNode root, JsonNode schema) {
    JsonNode at = schema;
    for (int i = 0; i < DEPTH_MAX && at.path("$ref").isTextual(); i++) {
      String ref = at.path("$ref").textValue();
      if (!ref.startsWith("#")) return at;
      at = root.at(JsonPointer.compile(ref.substring(1)));
    }
    return at;
  }
}
