package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Policy#OPEN_ADDITIONS} looks at: the names that one schema declares as optional where
 * the other leaves objects open.
 */
final class OpenAdditions {
  private static final int DEPTH_MAX = 30;

  private final JsonNode from;
  private final JsonNode to;
  private final Set<String> within = new HashSet<>();

  private OpenAdditions(JsonNode from, JsonNode to) {
    this.from = from;
    this.to = to;
  }

  /**
   * The schema {@code from}, for those of its documents that carry none of those names. It accepts
   * nothing that {@code from} refuses: what is added stands beside all that is there.
   */
  static JsonNode withoutNewNames(JsonNode from, JsonNode to) {
    ObjectNode without = new OpenAdditions(from, to).without(from, to, 0);
    if (!(from instanceof ObjectNode) || without == null) return from;
    ObjectNode copy = from.deepCopy();
    copy.withArray("/allOf").add(without);
    return copy;
  }

  /** Only what the two places add; null if that is nothing. */
  private @Nullable ObjectNode without(JsonNode old, JsonNode now, int depth) {
    String pair = old.path("$ref").asText() + " " + now.path("$ref").asText();
    boolean referring = !pair.equals(" ");
    if (depth > DEPTH_MAX || (referring && !within.add(pair))) return null;
    ObjectNode added = JsonNodeFactory.instance.objectNode();
    names(new Shape(old, from), new Shape(now, to), added, depth);
    items(old, now, added, depth);
    if (referring) within.remove(pair);
    return added.isEmpty() ? null : added;
  }

  private void names(Shape old, Shape now, ObjectNode added, int depth) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> declared : now.properties.entrySet()) {
      String name = declared.getKey();
      JsonNode before = old.properties.get(name);
      if (before == null) {
        if (old.isOpen() && !now.required.contains(name)) properties.set(name, BooleanNode.FALSE);
        continue;
      }
      ObjectNode inside = without(before, declared.getValue(), depth + 1);
      if (inside != null) properties.set(name, inside);
    }
    if (!properties.isEmpty()) added.set("properties", properties);
  }

  private void items(JsonNode old, JsonNode now, ObjectNode added, int depth) {
    JsonNode before = old.path("items");
    JsonNode after = now.path("items");
    if (!before.isObject() || !after.isObject() || old.has("prefixItems")) return;
    ObjectNode inside = without(before, after, depth + 1);
    if (inside != null) added.set("items", inside);
  }
}
