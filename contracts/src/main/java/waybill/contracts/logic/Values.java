package waybill.contracts.logic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.TreeMap;
import java.util.function.Function;
import waybill.contracts.Json;

/** JSON values, as JSON Schema compares them: {@code 1} is {@code 1.0}. */
public final class Values {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int PLAIN_DIGITS_MAX = 40;

  private Values() {}

  /** One form for all that are the same: members by name, numbers without trailing zeros. */
  public static JsonNode normal(JsonNode value) {
    return mapped(value, number -> DecimalNode.valueOf(number.stripTrailingZeros()));
  }

  /** As it is best written: integers without a fraction or an exponent. */
  public static JsonNode plain(JsonNode value) {
    return mapped(value, Values::plain);
  }

  private static JsonNode plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    boolean isInteger = stripped.scale() <= 0 && -stripped.scale() < PLAIN_DIGITS_MAX;
    return isInteger
        ? BigIntegerNode.valueOf(stripped.toBigIntegerExact())
        : DecimalNode.valueOf(stripped);
  }

  /** As the other side reads it: what a number is made of depends on how it was written. */
  public static JsonNode sent(JsonNode value) {
    return Json.parse(Json.write(plain(value)));
  }

  public static JsonNode text(String text) {
    return NODES.textNode(text);
  }

  public static JsonNode number(BigDecimal number) {
    return DecimalNode.valueOf(number.stripTrailingZeros());
  }

  public static JsonNode bool(boolean value) {
    return NODES.booleanNode(value);
  }

  public static JsonNode nothing() {
    return NODES.nullNode();
  }

  public static ObjectNode object() {
    return NODES.objectNode();
  }

  public static ArrayNode array() {
    return NODES.arrayNode();
  }

  private static JsonNode mapped(JsonNode value, Function<BigDecimal, JsonNode> number) {
    if (value.isNumber()) return number.apply(value.decimalValue());
    if (value.isArray()) {
      ArrayNode array = array();
      value.forEach(item -> array.add(mapped(item, number)));
      return array;
    }
    if (!value.isObject()) return value;
    TreeMap<String, JsonNode> members = new TreeMap<>();
    value
        .properties()
        .forEach(member -> members.put(member.getKey(), mapped(member.getValue(), number)));
    ObjectNode object = object();
    members.forEach(object::set);
    return object;
  }
}
