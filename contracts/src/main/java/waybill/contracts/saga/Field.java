package waybill.contracts.saga;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in the documents of one schema.
 *
 * @param holds the schemas that hold there, all of them
 * @param always whether there is something in each document
 */
record Field(List<JsonNode> holds, boolean always) {
  private static final int PARTS_MAX = 100;

  /**
   * @param root in which references lead
   */
  static Optional<Field> at(JsonNode root, JsonNode schema, JsonPointer place) {
    List<JsonNode> here = List.of(schema);
    boolean always = true;
    for (JsonPointer at = place; !at.matches(); at = at.tail()) {
      List<JsonNode> parts = parts(root, here);
      JsonPointer token = at;
      List<JsonNode> next = parts.stream().flatMap(one -> inside(one, token).stream()).toList();
      if (next.isEmpty()) return Optional.empty();
      always &= isThere(parts, token);
      here = next;
    }
    return Optional.of(new Field(here, always));
  }

  private static Optional<JsonNode> inside(JsonNode part, JsonPointer token) {
    JsonNode property = part.path("properties").path(token.getMatchingProperty());
    if (!property.isMissingNode()) return Optional.of(property);
    int index = token.getMatchingIndex();
    if (index < 0) return Optional.empty();
    JsonNode own = part.path("prefixItems").path(index);
    JsonNode item = own.isMissingNode() ? part.path("items") : own;
    return item.isMissingNode() ? Optional.empty() : Optional.of(item);
  }

  private static boolean isThere(List<JsonNode> parts, JsonPointer token) {
    return (isOnly(parts, "object") && parts.stream().anyMatch(one -> requires(one, token)))
        || (isOnly(parts, "array")
            && parts.stream()
                .anyMatch(one -> one.path("minItems").asInt() > token.getMatchingIndex())
            && token.getMatchingIndex() >= 0);
  }

  private static boolean isOnly(List<JsonNode> parts, String type) {
    return parts.stream().anyMatch(one -> type.equals(one.path("type").textValue()));
  }

  private static boolean requires(JsonNode part, JsonPointer token) {
    for (JsonNode name : part.path("required"))
      if (name.asText().equals(token.getMatchingProperty())) return true;
    return false;
  }

  /** Everything that holds where these do: with what they refer to, and with all of their allOf. */
  private static List<JsonNode> parts(JsonNode root, List<JsonNode> schemas) {
    List<JsonNode> parts = new ArrayList<>(schemas);
    for (int i = 0; i < parts.size() && parts.size() < PARTS_MAX; i++) {
      JsonNode part = parts.get(i);
      JsonNode referred = Cut.resolved(root, part);
      if (part.has("$ref")) parts.add(referred);
      part.path("allOf").forEach(parts::add);
    }
    return parts;
  }
}
