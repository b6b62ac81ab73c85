package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers as the JSON parser would have made them. */
final class Numeric {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Numeric() {}

  static JsonNode whole(BigInteger value) {
    if (value.bitLength() < 32) return NODES.numberNode(value.intValue());
    return value.bitLength() < 64 ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
  }

  static BigDecimal decimal(JsonNode number) {
    try {
      return number.decimalValue();
    } catch (NumberFormatException e) {
      throw new Unmappable("has a number that is none");
    }
  }
}
