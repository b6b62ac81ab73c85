package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Tree to bytes, each number in the fewest bytes that hold it to the digit. */
final class CborWriter {
  private static final int LONG_BITS = 64;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  byte[] document(JsonNode document) {
    value(document);
    return out.toByteArray();
  }

  private void value(JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY -> array(node);
      case STRING -> text(node.textValue());
      case NUMBER -> number(node);
      case BOOLEAN -> out.write(node.booleanValue() ? 0xf5 : 0xf4);
      case NULL -> out.write(0xf6);
      default -> throw new Unmappable("has a value that is no JSON");
    }
  }

  private void object(JsonNode object) {
    head(5, object.size());
    for (var property : object.properties()) {
      text(property.getKey());
      value(property.getValue());
    }
  }

  private void array(JsonNode array) {
    head(4, array.size());
    array.forEach(this::value);
  }

  private void text(String text) {
    byte[] utf8 = Utf8.bytes(text);
    head(3, utf8.length);
    out.writeBytes(utf8);
  }

  private void number(JsonNode number) {
    if (number.isIntegralNumber()) whole(number.bigIntegerValue());
    else decimal(Numeric.decimal(number));
  }

  private void whole(BigInteger value) {
    boolean negative = value.signum() < 0;
    BigInteger argument = negative ? value.not() : value;
    if (argument.bitLength() <= LONG_BITS) {
      head(negative ? 1 : 0, argument.longValue());
    } else {
      head(6, negative ? 3 : 2);
      byte[] bytes = argument.toByteArray();
      int from = bytes[0] == 0 ? 1 : 0;
      head(2, bytes.length - from);
      out.write(bytes, from, bytes.length - from);
    }
  }

  private void decimal(BigDecimal value) {
    double nearest = value.doubleValue();
    if (Double.isFinite(nearest) && isTheSame(new BigDecimal(Double.toString(nearest)), value)) {
      out.write(0xfb);
      bytes(Double.doubleToLongBits(nearest), 8);
    } else {
      head(6, 4);
      head(4, 2);
      whole(BigInteger.valueOf(-(long) value.scale()));
      whole(value.unscaledValue());
    }
  }

  /** With all its zeros, since digests are taken of what is written. */
  private static boolean isTheSame(BigDecimal one, BigDecimal other) {
    return one.scale() == other.scale() && one.unscaledValue().equals(other.unscaledValue());
  }

  /** The argument is read as unsigned. */
  private void head(int major, long argument) {
    int type = major << 5;
    if (argument >= 0 && argument < 24) {
      out.write(type | (int) argument);
      return;
    }
    int power = width(argument);
    out.write(type | (24 + power));
    bytes(argument, 1 << power);
  }

  private static int width(long argument) {
    int bits = LONG_BITS - Long.numberOfLeadingZeros(argument);
    if (bits <= 8) return 0;
    if (bits <= 16) return 1;
    return bits <= 32 ? 2 : 3;
  }

  private void bytes(long value, int count) {
    for (int left = count - 1; left >= 0; left--) out.write((int) (value >> (8 * left)));
  }
}
