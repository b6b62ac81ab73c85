package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which kinds of values a schema may let pass; one that it lets pass is never missing here. */
enum Types {
  NULL,
  FLAG,
  WHOLE,
  DECIMAL,
  TEXT,
  LIST,
  OBJECT;

  static Set<Types> of(Together together, Together.Root root) {
    if (together.circular() || together.isNever()) return EnumSet.allOf(Types.class);
    Set<Types> types = EnumSet.allOf(Types.class);
    together.schemas().forEach(schema -> types.retainAll(of(schema)));
    for (List<JsonNode> branches : together.alternatives()) {
      Set<Types> any = EnumSet.noneOf(Types.class);
      branches.forEach(
          branch -> any.addAll(of(root.together(branch, together.references()), root)));
      types.retainAll(any);
    }
    return types;
  }

  private static Set<Types> of(JsonNode schema) {
    Set<Types> types = EnumSet.allOf(Types.class);
    if (schema.has("type")) types.retainAll(named(schema.get("type")));
    if (schema.has("const")) types.retainAll(ofValue(schema.get("const")));
    if (schema.path("enum").isArray()) {
      Set<Types> any = EnumSet.noneOf(Types.class);
      schema.get("enum").forEach(value -> any.addAll(ofValue(value)));
      types.retainAll(any);
    }
    return types;
  }

  private static Set<Types> named(JsonNode type) {
    Set<Types> types = EnumSet.noneOf(Types.class);
    if (type.isTextual()) types.addAll(named(type.textValue()));
    type.forEach(one -> types.addAll(named(one.asText())));
    return types;
  }

  private static Set<Types> named(String type) {
    return switch (type) {
      case "null" -> EnumSet.of(NULL);
      case "boolean" -> EnumSet.of(FLAG);
      case "integer" -> EnumSet.of(WHOLE);
      case "number" -> EnumSet.of(WHOLE, DECIMAL);
      case "string" -> EnumSet.of(TEXT);
      case "array" -> EnumSet.of(LIST);
      case "object" -> EnumSet.of(OBJECT);
      default -> EnumSet.allOf(Types.class);
    };
  }

  private static Set<Types> ofValue(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL -> EnumSet.of(NULL);
      case BOOLEAN -> EnumSet.of(FLAG);
      case NUMBER -> value.isIntegralNumber() ? EnumSet.of(WHOLE) : EnumSet.of(WHOLE, DECIMAL);
      case STRING -> EnumSet.of(TEXT);
      case ARRAY -> EnumSet.of(LIST);
      case OBJECT -> EnumSet.of(OBJECT);
      default -> EnumSet.allOf(Types.class);
    };
  }
}
