package waybill.contracts.saga;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import waybill.contracts.Json;

/**
 * What is true of documents once {@link Cut} has been through them. Where that is hard to say it
 * says less, never too much: what is left is then harder to prove, and nothing false is proved.
 */
final class CutSchema {
  private static final JsonNode ANYTHING = BooleanNode.TRUE;
  private static final int SIZE_MAX = 2_000;
  private static final int DEPTH_MAX = 40;

  /** They say the same of a value that was cut. */
  private static final Set<String> KEPT =
      Set.of(
          "type",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "pattern",
          "format",
          "minItems",
          "maxItems",
          "maxProperties");

  private final JsonNode from;
  private final JsonNode to;
  private final Closing closing;
  private int size;

  /**
   * @param from in which the references of what is cut lead
   * @param to the command's schema, in which those of its rules lead
   */
  CutSchema(JsonNode from, JsonNode to) {
    this.from = from;
    this.to = to;
    this.closing = new Closing(to);
  }

  JsonNode of(JsonNode schema, JsonNode rule) {
    return of(schema, rule, 0);
  }

  private JsonNode of(JsonNode schema, JsonNode written, int depth) {
    if (!closing.somewhere(written)) return schema.isMissingNode() ? ANYTHING : schema;
    if (schema.isBoolean() && !schema.booleanValue()) return schema;
    if (++size > SIZE_MAX || depth > DEPTH_MAX) return ANYTHING;
    JsonNode rule = Cut.resolved(to, written);
    ObjectNode cut = Json.object();
    for (Map.Entry<String, JsonNode> one : schema.properties())
      if (KEPT.contains(one.getKey())) cut.set(one.getKey(), one.getValue());
    values(schema, written, cut);
    object(schema, rule, cut, depth);
    array(schema, rule, cut, depth);
    branches(schema, written, cut, depth);
    return cut;
  }

  private void values(JsonNode schema, JsonNode rule, ObjectNode cut) {
    if (schema.has("const")) cut.set("const", Cut.value(to, rule, schema.get("const")));
    schema.path("enum").forEach(one -> cut.withArrayProperty("enum").add(Cut.value(to, rule, one)));
  }

  private void object(JsonNode schema, JsonNode rule, ObjectNode cut, int depth) {
    boolean closed = Cut.isClosed(rule);
    JsonNode names = rule.path("properties");
    JsonNode other = other(schema);
    ObjectNode properties = cut.putObject("properties");
    for (Map.Entry<String, JsonNode> one : names.properties()) {
      JsonNode there = schema.path("properties").path(one.getKey());
      JsonNode value = there.isMissingNode() ? other : there;
      properties.set(one.getKey(), of(value, one.getValue(), depth + 1));
    }
    if (!closed)
      for (Map.Entry<String, JsonNode> one : schema.path("properties").properties())
        if (!names.has(one.getKey())) properties.set(one.getKey(), one.getValue());
    cut.set("additionalProperties", closed ? BooleanNode.FALSE : other);
    for (JsonNode name : schema.path("required"))
      if (!closed || names.has(name.asText())) cut.withArrayProperty("required").add(name);
  }

  /** What is known of a property that the schema does not name. */
  private static JsonNode other(JsonNode schema) {
    JsonNode additional = schema.path("additionalProperties");
    return additional.isMissingNode() || schema.has("patternProperties") ? ANYTHING : additional;
  }

  private void array(JsonNode schema, JsonNode rule, ObjectNode cut, int depth) {
    JsonNode item = rule.path("items");
    cut.set("items", of(schema.path("items"), item, depth + 1));
    if (schema.path("prefixItems").isEmpty()) return;
    ArrayNode first = cut.putArray("prefixItems");
    schema.path("prefixItems").forEach(one -> first.add(of(one, item, depth + 1)));
  }

  private void branches(JsonNode schema, JsonNode rule, ObjectNode cut, int depth) {
    for (String keyword : new String[] {"anyOf", "oneOf"}) {
      if (schema.path(keyword).isEmpty()) continue;
      ArrayNode some = cut.withArrayProperty("allOf").addObject().putArray("anyOf");
      schema.path(keyword).forEach(one -> some.add(of(one, rule, depth + 1)));
    }
    schema
        .path("allOf")
        .forEach(one -> cut.withArrayProperty("allOf").add(of(one, rule, depth + 1)));
    JsonNode referred = Cut.resolved(from, schema);
    if (schema.has("$ref") && referred.isContainerNode())
      cut.withArrayProperty("allOf").add(of(referred, rule, depth + 1));
  }
}
