package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import waybill.contracts.Json;

/**
 * All schemas that hold for one value at once: one, what it refers to, and all of its allOf.
 *
 * @param references followed on the way from the root, so that who comes by again is known
 * @param circular it is a part of itself
 */
record Together(List<JsonNode> schemas, Set<String> references, boolean circular) {

  /** The schema that all is read from. A small one can unfold into many places. */
  static final class Root {
    static final int PLACES_MAX = 5_000;

    private final JsonNode schema;
    private int places;

    Root(JsonNode schema) {
      this.schema = schema;
    }

    Together together(JsonNode part, Set<String> above) {
      List<JsonNode> found = new ArrayList<>();
      Set<String> references = new HashSet<>(above);
      boolean circular = !gather(part, found, references);
      return new Together(found, references, circular);
    }

    private boolean gather(JsonNode part, List<JsonNode> found, Set<String> references) {
      if (++places > PLACES_MAX)
        throw new NoMapping("Its schema unfolds into more than " + PLACES_MAX + " places.");
      if (part.has("$dynamicRef")) throw new NoMapping("Its schema has a $dynamicRef.");
      found.add(part);
      boolean ends = true;
      String reference = part.path("$ref").textValue();
      if (reference != null)
        ends = references.add(reference) && gather(target(reference), found, references);
      for (JsonNode one : part.path("allOf")) ends &= gather(one, found, references);
      return ends;
    }

    private JsonNode target(String reference) {
      boolean leadsInside = reference.equals("#") || reference.startsWith("#/");
      JsonNode target = leadsInside ? schema.at(decoded(reference)) : MissingNode.getInstance();
      if (target.isMissingNode())
        throw new NoMapping("Its schema has a $ref that is no JSON Pointer into itself.");
      return target;
    }

    private static String decoded(String reference) {
      try {
        return URLDecoder.decode(
            reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        throw new NoMapping("Its schema has a $ref that is no JSON Pointer into itself.");
      }
    }
  }

  /** The alternatives of each anyOf and oneOf. */
  List<List<JsonNode>> alternatives() {
    List<List<JsonNode>> all = new ArrayList<>();
    for (JsonNode schema : schemas)
      for (String keyword : List.of("anyOf", "oneOf"))
        if (schema.path(keyword).isArray()) {
          List<JsonNode> branches = new ArrayList<>();
          schema.get(keyword).forEach(branches::add);
          all.add(branches);
        }
    return all;
  }

  boolean isNever() {
    return schemas.stream().anyMatch(schema -> schema.isBoolean() && !schema.booleanValue());
  }

  boolean has(String keyword) {
    return schemas.stream().anyMatch(schema -> schema.has(keyword));
  }

  boolean requires(String name) {
    for (JsonNode schema : schemas)
      for (JsonNode one : schema.path("required")) if (name.equals(one.textValue())) return true;
    return false;
  }

  boolean asksForOne(String keyword) {
    return schemas.stream().anyMatch(schema -> schema.path(keyword).asInt() > 0);
  }

  boolean isClosed() {
    return schemas.stream()
        .anyMatch(
            schema ->
                schema.path("additionalProperties").isBoolean()
                    && !schema.path("additionalProperties").booleanValue()
                    && schema.path("patternProperties").isEmpty());
  }

  String says() {
    for (JsonNode schema : schemas)
      if (schema.path("description").isTextual()) return schema.get("description").textValue();
    return "";
  }

  /** Each with all that is said about it, in the order in which they are declared. */
  Map<String, JsonNode> under(String keyword) {
    Map<String, JsonNode> byName = new LinkedHashMap<>();
    for (JsonNode schema : schemas)
      schema
          .path(keyword)
          .properties()
          .forEach(one -> byName.merge(one.getKey(), one.getValue(), Together::both));
    return byName;
  }

  /** All that is said by a keyword that has one schema; missing if nothing is. */
  JsonNode at(String keyword) {
    JsonNode all = MissingNode.getInstance();
    for (JsonNode schema : schemas)
      if (schema.has(keyword))
        all = all.isMissingNode() ? schema.get(keyword) : both(all, schema.get(keyword));
    return all;
  }

  private static JsonNode both(JsonNode one, JsonNode other) {
    ObjectNode both = Json.object();
    both.putArray("allOf").add(one).add(other);
    return both;
  }
}
