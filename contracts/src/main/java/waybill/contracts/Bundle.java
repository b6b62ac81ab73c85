package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A schema that needs nothing but itself: what it named as {@code waybill:<contract>/<n>} is in its
 * {@code $defs}. This is what a version is frozen as, so no later change elsewhere can reach it.
 *
 * @param references what it named directly
 * @param violations references that lead nowhere; then the schema is not whole
 */
public record Bundle(JsonNode schema, List<ContractId> references, List<Violation> violations) {
  /** Each becomes a part of the schema. */
  public static final int REFERENCES_MAX = 20;

  private static final String SCHEME = "waybill:";
  private static final String DEFS = "$defs";

  public Bundle {
    references = List.copyOf(references);
    violations = List.copyOf(violations);
  }

  /**
   * @param lookup the schema of a version, bundled or not; empty if there is none to refer to
   */
  public static Bundle of(JsonNode schema, Function<ContractId, Optional<JsonNode>> lookup) {
    return new Bundling(lookup, new ArrayDeque<>()).of(schema);
  }

  /** Names the content, wherever and however it is written. */
  public String hash() {
    return Canonical.hash(schema);
  }

  /** As it is stored and sent. */
  public int bytes() {
    return Json.bytes(schema).length;
  }

  private record Bundling(
      Function<ContractId, Optional<JsonNode>> lookup, Deque<ContractId> within) {

    Bundle of(JsonNode schema) {
      JsonNode copy = schema.deepCopy();
      Map<ContractId, JsonNode> parts = new TreeMap<>();
      List<Violation> violations = new ArrayList<>();
      resolve(new Subschemas.At("", copy), parts, violations);
      if (!parts.isEmpty()) place(parts, (ObjectNode) copy, violations);
      return new Bundle(copy, List.copyOf(parts.keySet()), violations);
    }

    private void resolve(
        Subschemas.At at, Map<ContractId, JsonNode> parts, List<Violation> violations) {
      String reference = at.schema().path("$ref").textValue();
      if (reference != null && reference.startsWith(SCHEME))
        refused(reference, (ObjectNode) at.schema(), parts)
            .ifPresent(why -> violations.add(new Violation(at.pointer() + "/$ref", "$ref", why)));
      Subschemas.of(at).forEach(under -> resolve(under, parts, violations));
    }

    /** Why it can't be referred to; otherwise the reference now leads to its part. */
    private Optional<String> refused(
        String reference, ObjectNode schema, Map<ContractId, JsonNode> parts) {
      ContractId id = id(reference.substring(SCHEME.length()));
      if (id == null) return Optional.of("write waybill:<owner>.<name>/<version>");
      if (!parts.containsKey(id)) {
        if (parts.size() == REFERENCES_MAX)
          return Optional.of("at most " + REFERENCES_MAX + " versions are referred to");
        if (within.contains(id)) return Optional.of("refers back to what it is a part of");
        Optional<JsonNode> found = lookup.apply(id);
        if (found.isEmpty()) return Optional.of("no such version to refer to");
        if (Local.hasAnchors(found.get())) return Optional.of("has anchors; they stay at home");
        parts.put(id, whole(id, found.get()));
      }
      schema.put("$ref", "#/" + DEFS + "/" + part(id));
      return Optional.empty();
    }

    private JsonNode whole(ContractId id, JsonNode schema) {
      within.push(id);
      try {
        Bundle bundle = of(schema);
        if (!bundle.violations.isEmpty())
          throw new IllegalStateException(id + " can't be bundled: " + bundle.violations);
        return bundle.schema;
      } finally {
        within.pop();
      }
    }

    private static void place(
        Map<ContractId, JsonNode> parts, ObjectNode copy, List<Violation> violations) {
      JsonNode present = copy.path(DEFS);
      if (!present.isMissingNode() && !present.isObject()) return;
      ObjectNode defs = present.isObject() ? (ObjectNode) present : copy.putObject(DEFS);
      parts.forEach(
          (id, schema) -> {
            String name = part(id);
            if (defs.has(name))
              violations.add(
                  new Violation(
                      "/" + DEFS + "/" + Subschemas.escaped(name),
                      DEFS,
                      "is the place of what is referred to"));
            else defs.set(name, Local.moved(schema, "#/" + DEFS + "/" + name));
          });
    }

    private static @Nullable ContractId id(String text) {
      try {
        return ContractId.parse(text);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }

    /** No contract's name has an {@code @}; nothing of it has to be escaped in a pointer. */
    private static String part(ContractId id) {
      return id.name() + "@" + id.version();
    }
  }
}
