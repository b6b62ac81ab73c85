package waybill.contracts.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks a schema over for what would make trouble later, without checking anything with it. */
public final class Survey {
  private static final Set<String> TYPES =
      Set.of("null", "boolean", "integer", "number", "string", "array", "object");

  private final References references;

  private Survey(JsonNode schema) {
    this.references = new References(schema);
  }

  public static Survey of(JsonNode schema) {
    return new Survey(schema);
  }

  /** A rule that the profile does not allow, where it is, and why. */
  public record Trouble(String pointer, String keyword, String why) {}

  /** How many schemas one value is checked against at most; a million stands for no end. */
  public long weight() {
    return new Weight(references).heaviest();
  }

  public int references() {
    int[] count = {0};
    Subschemas.walk(
        references.root(),
        at -> {
          if (at.schema().has("$ref") || at.schema().has("$dynamicRef")) count[0]++;
        });
    return count[0];
  }

  /** Whether a type is named that there is not. */
  public boolean hasUnknownType() {
    boolean[] found = {false};
    Subschemas.walk(references.root(), at -> found[0] |= isUnknown(at.schema().path("type")));
    return found[0];
  }

  private static boolean isUnknown(JsonNode type) {
    for (JsonNode one : type) if (isUnknown(one)) return true;
    return type.isTextual() && !TYPES.contains(type.textValue());
  }

  /** References that lead out of the document or nowhere, and expressions without a bound. */
  public List<Trouble> troubles() {
    List<Trouble> troubles = new ArrayList<>();
    Subschemas.walk(references.root(), at -> look(at, troubles));
    return troubles;
  }

  private void look(Located at, List<Trouble> troubles) {
    JsonNode schema = at.schema();
    if (!at.pointer().isEmpty() && schema.has("$schema"))
      troubles.add(new Trouble(at.pointer() + "/$schema", "$schema", "stands at the root alone"));
    for (String keyword : List.of("$ref", "$dynamicRef"))
      if (schema.has(keyword)) add(at, keyword, reference(at, keyword), troubles);
    for (String keyword : List.of("dependencies", "additionalItems", "$recursiveRef"))
      if (schema.has(keyword)) add(at, keyword, "is of an older draft", troubles);
    if (schema.path("pattern").isTextual())
      add(at, "pattern", expression(schema.path("pattern").textValue()), troubles);
    schema
        .path("patternProperties")
        .fieldNames()
        .forEachRemaining(
            source ->
                add(
                    at,
                    "patternProperties/" + Located.escaped(source),
                    expression(source),
                    troubles));
  }

  private static void add(Located at, String path, @Nullable String why, List<Trouble> troubles) {
    String keyword = path.startsWith("patternProperties/") ? "patternProperties" : path;
    if (why != null) troubles.add(new Trouble(at.pointer() + "/" + path, keyword, why));
  }

  private @Nullable String reference(Located at, String keyword) {
    String reference = at.schema().path(keyword).asText("");
    try {
      if (keyword.equals("$ref")) references.target(at, reference);
      else references.dynamicTarget(at, reference);
      return null;
    } catch (Unreadable e) {
      return "is " + e.getMessage();
    }
  }

  private static @Nullable String expression(String source) {
    Formulas formulas = new Formulas();
    ValueKeywords.matches(formulas, source);
    String unclear = formulas.unclear();
    return unclear == null ? null : "cannot be bounded: " + unclear;
  }
}
