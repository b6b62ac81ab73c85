package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a schema speaks about. */
final class Pointers {
  private Pointers() {}

  /** A pointer to every property; {@code *} stands for each item of an array. */
  static List<String> in(Catalog catalog, JsonNode schema) {
    List<String> found = new ArrayList<>();
    walk(catalog, schema, "", found);
    return found;
  }

  /** Every subschema of the schema's own that describes the properties of an object. */
  static List<JsonNode> objects(JsonNode schema) {
    List<JsonNode> found = new ArrayList<>();
    if (schema.path("type").asText().equals("object") && schema.has("properties")) {
      found.add(schema);
    }
    schema.path("properties").forEach(property -> found.addAll(objects(property)));
    if (schema.has("items")) {
      found.addAll(objects(schema.path("items")));
    }
    return found;
  }

  private static void walk(Catalog catalog, JsonNode written, String at, List<String> found) {
    JsonNode schema = written;
    if (written.has("$ref")) {
      String reference = written.path("$ref").asText();
      if (reference.startsWith("#")) return; // Into a schema's own part, which may contain itself.
      schema = catalog.schema(ContractId.parse(reference.substring("waybill:".length())));
    }
    for (var property : schema.path("properties").properties()) {
      String pointer = at + "/" + property.getKey();
      found.add(pointer);
      walk(catalog, property.getValue(), pointer, found);
    }
    if (schema.has("items")) {
      walk(catalog, schema.path("items"), at + "/*", found);
    }
  }
}
