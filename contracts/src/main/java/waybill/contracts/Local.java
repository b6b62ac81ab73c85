package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** A schema's references to itself, and what becomes of them when it is made a part of another. */
public final class Local {
  private static final Set<String> ANCHORS =
      Set.of("$id", "$anchor", "$dynamicAnchor", "$dynamicRef");

  private Local() {}

  /** Names of places that hold in the whole document would mean something else in another one. */
  public static boolean hasAnchors(JsonNode schema) {
    return hasAnchors(new Subschemas.At("", schema));
  }

  private static boolean hasAnchors(Subschemas.At at) {
    return ANCHORS.stream().anyMatch(at.schema()::has)
        || Subschemas.of(at).stream().anyMatch(Local::hasAnchors);
  }

  /** The same schema under another root: each of its references finds what it found before. */
  public static JsonNode moved(JsonNode schema, String to) {
    JsonNode copy = schema.deepCopy();
    if (copy instanceof ObjectNode object) object.remove("$schema");
    move(new Subschemas.At("", copy), to);
    return copy;
  }

  private static void move(Subschemas.At at, String to) {
    String reference = at.schema().path("$ref").textValue();
    if (reference != null && reference.startsWith("#"))
      ((ObjectNode) at.schema()).put("$ref", to + reference.substring(1));
    Subschemas.of(at).forEach(under -> move(under, to));
  }
}
