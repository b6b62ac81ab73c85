package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import waybill.contracts.Json;
import waybill.contracts.Malformed;

/** Values of proto3's own types, exactly or not at all. */
final class Scalars {
  /** From here on doubles leave out whole numbers. */
  private static final double WHOLE_MAX = 1L << 53;

  private Scalars() {}

  static int wireType(Shape.Scalar scalar) {
    return switch (scalar) {
      case TEXT, JSON -> WireOut.LENGTH;
      case WHOLE, FLAG -> WireOut.VARINT;
      case DECIMAL -> WireOut.FIXED64;
    };
  }

  /** A list of these is one field. */
  static boolean isPacked(Shape item) {
    return item instanceof Shape.Scalar scalar && wireType(scalar) != WireOut.LENGTH;
  }

  static void write(Shape.Scalar scalar, JsonNode value, WireOut out) {
    switch (scalar) {
      case TEXT -> out.bytes(Utf8.bytes(text(value)));
      case JSON -> out.bytes(Utf8.bytes(Json.write(value)));
      case WHOLE -> out.varint(whole(value));
      case DECIMAL -> out.fixed64(decimal(value));
      case FLAG -> out.varint(flag(value) ? 1 : 0);
    }
  }

  private static String text(JsonNode value) {
    if (!value.isTextual()) throw new Unmappable("has a value where a text belongs");
    return value.textValue();
  }

  private static boolean flag(JsonNode value) {
    if (!value.isBoolean()) throw new Unmappable("has a value where true or false belongs");
    return value.booleanValue();
  }

  private static long whole(JsonNode value) {
    try {
      return number(value).longValueExact();
    } catch (ArithmeticException e) {
      throw new Unmappable("has a number that 64 bits do not hold exactly");
    }
  }

  private static double decimal(JsonNode value) {
    BigDecimal exact = number(value);
    double nearest = exact.doubleValue();
    if (!Double.isFinite(nearest) || new BigDecimal(Double.toString(nearest)).compareTo(exact) != 0)
      throw new Unmappable("has a number that 64 bits do not hold exactly");
    return nearest;
  }

  private static BigDecimal number(JsonNode value) {
    if (!value.isNumber()) throw new Unmappable("has a value where a number belongs");
    return Numeric.decimal(value);
  }

  static JsonNode read(Shape.Scalar scalar, WireIn in) {
    return switch (scalar) {
      case TEXT -> TextNode.valueOf(Utf8.text(in.bytes()));
      case JSON -> Json.parse(in.bytes());
      case WHOLE -> Numeric.whole(BigInteger.valueOf(in.varint()));
      case DECIMAL -> decimal(in.fixed64());
      case FLAG -> BooleanNode.valueOf(in.varint() != 0);
    };
  }

  /** 5 and 5.0 are one number here; it is read as the shorter one. */
  private static JsonNode decimal(double value) {
    if (!Double.isFinite(value)) throw new Malformed("has a number that is none");
    if (value == Math.rint(value) && Math.abs(value) < WHOLE_MAX)
      return Numeric.whole(BigInteger.valueOf((long) value));
    return DecimalNode.valueOf(new BigDecimal(Double.toString(value)));
  }

  /** What an entry of a map holds whose writer left out what is nothing. */
  static JsonNode none(Shape.Scalar scalar) {
    return switch (scalar) {
      case TEXT -> TextNode.valueOf("");
      case FLAG -> BooleanNode.FALSE;
      case WHOLE, DECIMAL -> JsonNodeFactory.instance.numberNode(0);
      case JSON -> throw new Malformed("has an entry that is none");
    };
  }
}
