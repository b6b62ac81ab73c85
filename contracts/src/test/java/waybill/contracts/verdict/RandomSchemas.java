package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import waybill.contracts.logic.Values;

/** Schemas of a few keywords each, that speak of the same few names and values. */
final class RandomSchemas {
  private static final List<String> KINDS =
      List.of("object", "string", "number", "mixed", "mixed", "array", "object");
  private static final List<String> PATTERNS =
      List.of("^a", "b$", "^[a-z]+$", "^.{2,3}$", "a|b", "^x", "\\d", "^(a|ab)$", "^[^a]*$");
  private static final List<String> TYPES =
      List.of("null", "boolean", "integer", "number", "string", "array", "object");
  private static final List<String> STEPS = List.of("1", "2", "3", "0.5");
  static final int DEFINITIONS = 3;

  private final Random random;
  private final RandomValues values;
  private final boolean refers;

  /**
   * @param refers whether schemas refer to definitions, which are up to the caller
   */
  RandomSchemas(Random random, boolean refers) {
    this.random = random;
    this.values = new RandomValues(random);
    this.refers = refers;
  }

  JsonNode schema(int depth) {
    if (refers && random.nextInt(6) == 0) return reference(random.nextInt(DEFINITIONS));
    if ((depth <= 0 && random.nextInt(4) == 0) || random.nextInt(14) == 0)
      return Values.bool(random.nextInt(3) > 0);
    ObjectNode schema = Values.object();
    String kind = depth > 0 ? one(KINDS) : one(List.of("string", "number"));
    if (!kind.equals("mixed") && random.nextInt(3) > 0)
      schema.put("type", kind.equals("number") && random.nextBoolean() ? "integer" : kind);
    for (int i = random.nextInt(3); i >= 0; i--) say(kind, schema, depth - 1);
    return schema;
  }

  static ObjectNode reference(int definition) {
    return Values.object().put("$ref", "#/$defs/d" + definition);
  }

  private void say(String kind, ObjectNode schema, int depth) {
    switch (kind) {
      case "object" -> ofObjects(schema, depth);
      case "array" -> ofArrays(schema, depth);
      case "string" -> ofStrings(schema);
      case "number" -> ofNumbers(schema);
      default -> mixed(schema, depth);
    }
  }

  private void ofObjects(ObjectNode schema, int depth) {
    switch (random.nextInt(13)) {
      case 0, 1, 2 -> schema.withObjectProperty("properties").set(values.name(), schema(depth));
      case 3, 4 -> schema.set("required", distinct(2, () -> Values.text(values.name())));
      case 5 -> schema.set("additionalProperties", closedOr(depth));
      case 6 -> schema.withObjectProperty("patternProperties").set(one(PATTERNS), schema(depth));
      case 7 -> schema.set("propertyNames", schema(0));
      case 8 -> schema.put("minProperties", random.nextInt(3));
      case 9 -> schema.put("maxProperties", random.nextInt(4));
      case 10 -> schema.putObject("dependentRequired").putArray(values.name()).add(values.name());
      case 11 -> schema.putObject("dependentSchemas").set(values.name(), schema(depth));
      default -> schema.set("unevaluatedProperties", closedOr(depth));
    }
  }

  private void ofArrays(ObjectNode schema, int depth) {
    switch (random.nextInt(9)) {
      case 0, 1 -> schema.set("items", schema(depth));
      case 2 -> schema.set("prefixItems", list(2, depth));
      case 3 -> schema.put("minItems", random.nextInt(3));
      case 4 -> schema.put("maxItems", random.nextInt(4));
      case 5 -> schema.put("uniqueItems", true);
      case 6 -> schema.set("contains", schema(depth));
      case 7 ->
          schema
              .put("minContains", random.nextInt(3))
              .put("maxContains", random.nextInt(3))
              .set("contains", schema(depth));
      default -> schema.set("unevaluatedItems", closedOr(depth));
    }
  }

  private void ofStrings(ObjectNode schema) {
    switch (random.nextInt(4)) {
      case 0 -> schema.put("minLength", random.nextInt(4));
      case 1 -> schema.put("maxLength", random.nextInt(4));
      case 2 -> schema.put("pattern", one(PATTERNS));
      default -> schema.set("enum", distinct(2, () -> Values.text(values.text())));
    }
  }

  private void ofNumbers(ObjectNode schema) {
    switch (random.nextInt(6)) {
      case 0 -> schema.put("minimum", random.nextInt(5) - 2);
      case 1 -> schema.put("maximum", random.nextInt(5));
      case 2 -> schema.put("exclusiveMinimum", random.nextInt(3) - 1);
      case 3 -> schema.put("exclusiveMaximum", random.nextInt(5));
      case 4 -> schema.put("multipleOf", new BigDecimal(one(STEPS)));
      default -> schema.set("const", values.value(0));
    }
  }

  private void mixed(ObjectNode schema, int depth) {
    switch (random.nextInt(7)) {
      case 0, 1 -> schema.set(one(List.of("anyOf", "oneOf", "allOf")), list(3, depth));
      case 2 -> schema.set("not", schema(depth));
      case 3 -> condition(schema, depth);
      case 4 -> schema.set("type", distinct(2, () -> Values.text(one(TYPES))));
      case 5 -> schema.set("enum", distinct(3, () -> values.value(1)));
      default -> schema.set("const", values.value(1));
    }
  }

  private void condition(ObjectNode schema, int depth) {
    schema.set("if", schema(depth));
    if (random.nextBoolean()) schema.set("then", schema(depth));
    if (random.nextBoolean()) schema.set("else", schema(depth));
  }

  private JsonNode closedOr(int depth) {
    return random.nextBoolean() ? Values.bool(false) : schema(depth);
  }

  private ArrayNode list(int most, int depth) {
    ArrayNode list = Values.array();
    for (int i = random.nextInt(most); i >= 0; i--) list.add(schema(depth));
    return list;
  }

  private static ArrayNode distinct(int tries, Supplier<JsonNode> value) {
    Set<JsonNode> all = new LinkedHashSet<>();
    for (int i = 0; i < tries; i++) all.add(value.get());
    return Values.array().addAll(all);
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
