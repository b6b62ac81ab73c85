package waybill.contracts.logic;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A schema, and where it stands.
 *
 * @param pointer from the document's root
 * @param base what references in it are relative to; empty if the document has no id
 */
record Located(JsonNode schema, String pointer, String base) {

  Located at(String keyword) {
    return inside(keyword, schema.path(keyword));
  }

  Located at(String keyword, String name) {
    return inside(keyword + "/" + escaped(name), schema.path(keyword).path(name));
  }

  Located at(String keyword, int index) {
    return inside(keyword + "/" + index, schema.path(keyword).path(index));
  }

  private Located inside(String path, JsonNode inner) {
    return new Located(inner, pointer + "/" + path, References.base(base, inner));
  }

  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
