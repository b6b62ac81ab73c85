package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** References of a schema to others, and of others to itself. */
public final class References {
  private static final String SCHEME = "waybill:";

  private References() {}

  /** The same schema with each reference written otherwise, and without its dialect. */
  public static ObjectNode rewritten(JsonNode schema, UnaryOperator<String> how) {
    ObjectNode copy = schema.deepCopy();
    copy.remove("$schema");
    rewrite(new Subschemas.At("", copy), how);
    return copy;
  }

  private static void rewrite(Subschemas.At at, UnaryOperator<String> how) {
    String reference = at.schema().path("$ref").textValue();
    if (reference != null) ((ObjectNode) at.schema()).put("$ref", how.apply(reference));
    Subschemas.of(at).forEach(under -> rewrite(under, how));
  }

  /**
   * Versions as parts of one document: these and all that they refer to, each under its place.
   *
   * @param place of a version's part, as a JSON Pointer in a fragment
   */
  public static Map<ContractId, ObjectNode> parts(
      Catalog catalog, Iterable<ContractId> roots, Function<ContractId, String> place) {
    Map<ContractId, ObjectNode> parts = new TreeMap<>();
    roots.forEach(root -> add(catalog, root, place, parts));
    return parts;
  }

  private static void add(
      Catalog catalog,
      ContractId id,
      Function<ContractId, String> place,
      Map<ContractId, ObjectNode> parts) {
    if (parts.containsKey(id)) return;
    parts.put(id, Json.object());
    ObjectNode part =
        rewritten(
            catalog.schema(id),
            reference -> {
              if (!reference.startsWith(SCHEME)) return place.apply(id) + reference.substring(1);
              ContractId other = ContractId.parse(reference.substring(SCHEME.length()));
              add(catalog, other, place, parts);
              return place.apply(other);
            });
    parts.put(id, part);
  }
}
