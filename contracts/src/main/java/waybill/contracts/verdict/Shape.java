package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a schema says about the properties of an object, taken together with what it refers to and
 * with all of its {@code allOf}.
 */
final class Shape {
  private static final int PARTS_MAX = 100;

  final Map<String, JsonNode> properties = new LinkedHashMap<>();
  final Set<String> required = new HashSet<>();
  private final Set<JsonNode> parts = new HashSet<>();
  private final JsonNode root;
  private boolean open = true;

  Shape(JsonNode schema, JsonNode root) {
    this.root = root;
    add(schema);
  }

  /** Whether an object may carry names that nothing here speaks about. */
  boolean isOpen() {
    return open;
  }

  private void add(JsonNode schema) {
    if (!schema.isObject() || parts.size() == PARTS_MAX || !parts.add(schema)) return;
    schema
        .path("properties")
        .properties()
        .forEach(p -> properties.putIfAbsent(p.getKey(), p.getValue()));
    schema.path("required").forEach(name -> required.add(name.asText()));
    open &= isOpen(schema, "additionalProperties") && isOpen(schema, "unevaluatedProperties");
    open &= !schema.has("patternProperties") && !schema.has("propertyNames");
    schema.path("allOf").forEach(this::add);
    add(referred(schema, root));
  }

  private static boolean isOpen(JsonNode schema, String keyword) {
    return schema.path(keyword).asBoolean(!schema.has(keyword));
  }

  /** What a local reference leads to; missing if there is none. */
  static JsonNode referred(JsonNode schema, JsonNode root) {
    String reference = schema.path("$ref").asText();
    return reference.startsWith("#/") || reference.equals("#")
        ? root.at(reference.substring(1))
        : MissingNode.getInstance();
  }
}
