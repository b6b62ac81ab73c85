package waybill.contracts.bridge;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.contracts.logic.Values;

/** Documents as JSONata sees them, and back. */
final class JavaValues {
  private static final int VALUES_MAX = 100_000;
  private static final int DIGITS_OF_A_DOUBLE = 15;

  private int values;

  private JavaValues() {}

  static @Nullable Object java(JsonNode node) {
    if (node.isTextual()) return node.textValue();
    if (node.isBoolean()) return node.booleanValue();
    if (node.isNumber()) return number(node.decimalValue());
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      node.forEach(item -> list.add(java(item)));
      return list;
    }
    if (!node.isObject()) return Jsonata.NULL_VALUE;
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    node.properties().forEach(member -> map.put(member.getKey(), java(member.getValue())));
    return map;
  }

  /** What a double holds to the digit is one: JSONata counts in doubles. */
  private static Object number(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.scale() > 0 || plain.scale() < -DIGITS_OF_A_DOUBLE)
      return plain.precision() <= DIGITS_OF_A_DOUBLE ? (Object) plain.doubleValue() : plain;
    BigInteger whole = plain.toBigIntegerExact();
    if (whole.bitLength() < Integer.SIZE) return whole.intValue();
    return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
  }

  static JsonNode json(@Nullable Object value) {
    if (value == null) throw new NoTranslation("gives nothing");
    return Values.sent(new JavaValues().node(value));
  }

  private JsonNode node(@Nullable Object value) {
    if (++values > VALUES_MAX) throw new NoTranslation("gives more than " + VALUES_MAX + " values");
    if (value instanceof String text) return Values.text(text);
    if (value instanceof Boolean bool) return Values.bool(bool);
    if (value instanceof Number number) return Values.number(decimal(number));
    if (value instanceof List<?> list) {
      ArrayNode array = Values.array();
      for (Object item : list) array.add(node(item));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = Values.object();
      map.forEach((name, inner) -> object.set(String.valueOf(name), node(inner)));
      return object;
    }
    if (value == null || value == Jsonata.NULL_VALUE) return Values.nothing();
    throw new NoTranslation("gives a function");
  }

  private static BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) return decimal;
    if (number instanceof Double || number instanceof Float) {
      if (!Double.isFinite(number.doubleValue())) throw new NoTranslation("gives no number");
      return BigDecimal.valueOf(number.doubleValue());
    }
    return new BigDecimal(number.toString());
  }
}
