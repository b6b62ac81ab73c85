package waybill.contracts.saga;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import waybill.contracts.Json;

/** The schema of all documents that {@link Composition} makes for one command. */
final class Composed {
  private static final String DEFS = "$defs";

  private final ObjectNode facts;
  private final ObjectNode schema = object(Json.object());

  /**
   * @param facts in which the references of what is added lead
   */
  Composed(ObjectNode facts) {
    this.facts = facts;
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

  /** With those of the facts' parts that it refers to; each refers to nothing but itself. */
  JsonNode schema() {
    ObjectNode whole = schema.deepCopy();
    List<String> references = schema.findValuesAsText("$ref");
    for (Map.Entry<String, JsonNode> part : facts.path(DEFS).properties()) {
      String place = "#/" + DEFS + "/" + part.getKey();
      if (references.stream().anyMatch(one -> (one + "/").startsWith(place + "/")))
        whole.withObjectProperty(DEFS).set(part.getKey(), part.getValue());
    }
    return whole;
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
