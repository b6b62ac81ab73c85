package waybill.contracts.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.References;

/** Where shared parts of an exported document are, and what refers to them. */
final class Components {
  private static final String SCHEMAS = "#/components/schemas/";

  private Components() {}

  /** No contract's name has a second dot. */
  static String nameOf(ContractId id) {
    return id.name() + ".v" + id.version();
  }

  static ObjectNode refer(ContractId id) {
    return refer("schemas", nameOf(id));
  }

  static ObjectNode refer(String sort, String name) {
    return Json.object().put("$ref", "#/components/" + sort + "/" + name);
  }

  static ObjectNode schemas(Catalog catalog, Iterable<ContractId> roots) {
    ObjectNode schemas = Json.object();
    References.parts(catalog, roots, id -> SCHEMAS + nameOf(id))
        .forEach((id, schema) -> schemas.set(nameOf(id), schema));
    return schemas;
  }

  /** A part of a schema that stands somewhere else than the schema. */
  static ObjectNode inline(JsonNode schema) {
    return References.rewritten(
        schema,
        reference ->
            reference.startsWith("waybill:")
                ? SCHEMAS + nameOf(ContractId.parse(reference.substring("waybill:".length())))
                : reference);
  }

  static ObjectNode info(String description) {
    ObjectNode info =
        Json.object().put("title", "Waybill").put("version", "1").put("description", description);
    info.putObject("license")
        .put("name", "Apache License 2.0")
        .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    return info;
  }
}
