package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import waybill.contracts.Json;
import waybill.contracts.Malformed;

/** What JSON would not take is not taken in another form: it could not be passed on. */
final class Bounds {
  /** As the JSON parser has it. */
  private static final int NAME_CHARS_MAX = 50_000;

  private static final int EXPONENT_MAX = 999;

  /** Nobody has more digits in so many bits. */
  static final int BIG_BYTES_MAX = 42;

  private Bounds() {}

  static JsonNode checked(JsonNode document) {
    check(document, 0);
    return document;
  }

  private static void check(JsonNode node, int depth) {
    if (node.isContainerNode() && depth >= Json.DEPTH_MAX)
      throw new Malformed("is nested too deeply");
    if (node.isTextual() && node.textValue().length() > Json.STRING_CHARS_MAX)
      throw new Malformed("has a string that is too long");
    node.fieldNames().forEachRemaining(Bounds::checkName);
    for (JsonNode under : node) check(under, depth + 1);
  }

  private static void checkName(String name) {
    if (name.length() > NAME_CHARS_MAX) throw new Malformed("has a name that is too long");
  }

  /** A number whose digits could fill the memory is refused before it is made. */
  static BigDecimal decimal(BigInteger digits, BigInteger exponent) {
    if (exponent.bitLength() > 31 || Math.abs(exponent.longValue()) > EXPONENT_MAX)
      throw new Malformed("has a number out of range");
    return new BigDecimal(whole(digits), -exponent.intValue());
  }

  static BigInteger whole(BigInteger value) {
    if (value.abs().toString().length() > Json.NUMBER_DIGITS_MAX)
      throw new Malformed("has a number that is too long");
    return value;
  }
}
