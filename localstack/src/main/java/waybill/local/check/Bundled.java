package waybill.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import waybill.contracts.ContractId;
import waybill.contracts.Json;

/** A schema with what it takes from other contracts in its {@code $defs}. */
final class Bundled {
  private static final String SCHEME = "waybill:";

  /** Their values are documents, not schemas. */
  private static final Set<String> DATA = Set.of("const", "enum", "default", "examples");

  /** Their values are schemas under names of the author's choice. */
  private static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "dependentSchemas", "$defs");

  private final Function<ContractId, JsonNode> schemas;
  private final Map<String, JsonNode> taken = new TreeMap<>();

  private Bundled(Function<ContractId, JsonNode> schemas) {
    this.schemas = schemas;
  }

  static JsonNode of(JsonNode schema, Function<ContractId, JsonNode> schemas) {
    var bundled = new Bundled(schemas);
    var copy = schema.deepCopy();
    bundled.schema(copy, "");
    if (!bundled.taken.isEmpty() && copy instanceof ObjectNode object)
      object.withObjectProperty("$defs").setAll(bundled.taken);
    return copy;
  }

  private void schema(JsonNode schema, String home) {
    for (var field : schema.properties()) {
      var value = field.getValue();
      if (field.getKey().equals("$ref") && value.isTextual())
        field.setValue(Json.tree(moved(value.textValue(), home)));
      else if (NAMED.contains(field.getKey())) value.forEach(each -> schema(each, home));
      else if (!DATA.contains(field.getKey())) schemas(value, home);
    }
  }

  private void schemas(JsonNode value, String home) {
    if (value.isArray()) value.forEach(each -> schema(each, home));
    else schema(value, home);
  }

  private String moved(String reference, String home) {
    if (reference.startsWith("#/") || reference.equals("#"))
      return home.isEmpty() ? reference : home + reference.substring(1);
    if (!reference.startsWith(SCHEME)) return reference;
    int fragment = (reference + "#").indexOf('#');
    var id = ContractId.parse(reference.substring(SCHEME.length(), fragment));
    var pointer = reference.length() > fragment ? reference.substring(fragment + 1) : "";
    return taken(id) + pointer;
  }

  private String taken(ContractId id) {
    var name = id.name() + "." + id.version();
    var home = "#/$defs/" + name;
    if (!taken.containsKey(name)) {
      var schema = schemas.apply(id).deepCopy();
      taken.put(name, schema);
      schema(schema, home);
    }
    return home;
  }
}
