package waybill.contracts.saga;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import waybill.contracts.Json;

/** The schema of all documents that {@link Composition} makes for one command. */
final class Composed {
  private final ObjectNode schema;

  /**
   * @param facts in which the references of what is added lead
   */
  Composed(JsonNode facts) {
    this.schema = object(facts.deepCopy());
  }

  private static ObjectNode object(ObjectNode node) {
    node.put("type", "object").set("additionalProperties", BooleanNode.FALSE);
    node.putObject("properties");
    return node;
  }

  void add(JsonPointer place, JsonNode value, boolean always) {
    ObjectNode at = schema;
    JsonPointer rest = place;
    for (; !rest.tail().matches(); rest = rest.tail()) {
      if (always) require(at, rest.getMatchingProperty());
      JsonNode there = at.path("properties").path(rest.getMatchingProperty());
      at =
          there instanceof ObjectNode known
              ? known
              : object(at.withObjectProperty("properties").putObject(rest.getMatchingProperty()));
    }
    if (always) require(at, rest.getMatchingProperty());
    at.withObjectProperty("properties").set(rest.getMatchingProperty(), value);
  }

  private static void require(ObjectNode at, String name) {
    for (JsonNode known : at.path("required")) if (known.asText().equals(name)) return;
    at.withArrayProperty("required").add(name);
  }

  JsonNode schema() {
    return schema;
  }

  /** All of these hold for one of those. */
  static JsonNode anyOf(Iterable<? extends Iterable<JsonNode>> alternatives) {
    ObjectNode any = Json.object();
    for (Iterable<JsonNode> alternative : alternatives) {
      ObjectNode all = any.withArrayProperty("anyOf").addObject();
      alternative.forEach(all.withArrayProperty("allOf")::add);
    }
    return any;
  }
}
