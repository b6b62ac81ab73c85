package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import waybill.contracts.Json;
import waybill.contracts.Malformed;

/**
 * Bytes to tree. Whatever JSON has no word for is refused, and nothing is made before its bytes.
 */
final class CborReader {
  private static final int SELF_DESCRIBED = 55_799;
  private static final int INDEFINITE = 31;
  private static final int BREAK = 0xff;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ByteBuffer in;

  CborReader(byte[] body) {
    this.in = ByteBuffer.wrap(body);
  }

  JsonNode document() {
    try {
      if (in.remaining() > 2 && in.getShort(0) == (short) 0xd9d9 && in.get(2) == (byte) 0xf7)
        in.position(3);
      JsonNode document = value(in.get() & 0xff, 0);
      if (in.hasRemaining()) throw malformed("goes on after its end");
      return document;
    } catch (BufferUnderflowException e) {
      throw malformed("ends too early");
    }
  }

  private JsonNode value(int head, int depth) {
    int more = head & 0x1f;
    return switch (head >> 5) {
      case 0 -> whole(argument(more));
      case 1 -> whole(argument(more).not());
      case 2 -> throw malformed("has a byte string");
      case 3 -> NODES.textNode(text(more));
      case 4 -> array(more, deeper(depth));
      case 5 -> object(more, deeper(depth));
      case 6 -> tagged(argument(more));
      default -> simple(more);
    };
  }

  private int deeper(int depth) {
    if (depth >= Json.DEPTH_MAX) throw malformed("is nested too deeply");
    return depth + 1;
  }

  private BigInteger argument(int more) {
    return switch (more) {
      case 24 -> BigInteger.valueOf(in.get() & 0xffL);
      case 25 -> BigInteger.valueOf(in.getShort() & 0xffffL);
      case 26 -> BigInteger.valueOf(in.getInt() & 0xffff_ffffL);
      case 27 -> new BigInteger(1, bytes(8));
      case 28, 29, 30, INDEFINITE -> throw malformed("has a length that is none");
      default -> BigInteger.valueOf(more);
    };
  }

  /** Each thing that is counted takes at least a byte. */
  private int length(int more) {
    BigInteger length = argument(more);
    if (length.bitLength() > 31 || length.intValue() > in.remaining())
      throw malformed("ends too early");
    return length.intValue();
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private String text(int more) {
    if (more != INDEFINITE) return Utf8.text(bytes(length(more)));
    StringBuilder whole = new StringBuilder();
    for (int head = head(); head != BREAK; head = head()) {
      if (head >> 5 != 3 || (head & 0x1f) == INDEFINITE)
        throw malformed("has a text with a part that is none");
      whole.append(text(head & 0x1f));
    }
    return whole.toString();
  }

  private int head() {
    return in.get() & 0xff;
  }

  private ArrayNode array(int more, int depth) {
    ArrayNode array = NODES.arrayNode();
    if (more == INDEFINITE)
      for (int head = head(); head != BREAK; head = head()) array.add(value(head, depth));
    else for (int left = length(more); left > 0; left--) array.add(value(head(), depth));
    return array;
  }

  private ObjectNode object(int more, int depth) {
    ObjectNode object = NODES.objectNode();
    if (more == INDEFINITE)
      for (int head = head(); head != BREAK; head = head()) property(head, object, depth);
    else for (int left = length(more); left > 0; left--) property(head(), object, depth);
    return object;
  }

  private void property(int head, ObjectNode object, int depth) {
    if (head >> 5 != 3) throw malformed("has a name that is no text");
    String name = text(head & 0x1f);
    if (object.has(name)) throw malformed("has a duplicate key");
    object.set(name, value(head(), depth));
  }

  private JsonNode tagged(BigInteger tag) {
    return switch (tag.bitLength() > 31 ? -1 : tag.intValue()) {
      case 2 -> whole(big());
      case 3 -> whole(big().not());
      case 4 -> DecimalNode.valueOf(fraction());
      case SELF_DESCRIBED -> throw malformed("describes itself behind its start");
      default -> throw malformed("has a tag that JSON has no word for");
    };
  }

  private BigInteger big() {
    int head = head();
    if (head >> 5 != 2) throw malformed("has a number that is none");
    int length = length(head & 0x1f);
    if (length > Bounds.BIG_BYTES_MAX) throw malformed("has a number that is too long");
    return new BigInteger(1, bytes(length));
  }

  private BigDecimal fraction() {
    if (head() != 0x82) throw malformed("has a number that is none");
    BigInteger exponent = integer(head());
    return Bounds.decimal(integer(head()), exponent);
  }

  private BigInteger integer(int head) {
    if (head >> 5 == 0) return argument(head & 0x1f);
    if (head >> 5 == 1) return argument(head & 0x1f).not();
    if (head == 0xc2) return big();
    if (head == 0xc3) return big().not();
    throw malformed("has a number that is none");
  }

  private static JsonNode whole(BigInteger value) {
    return Numeric.whole(Bounds.whole(value));
  }

  private JsonNode simple(int more) {
    return switch (more) {
      case 20 -> NODES.booleanNode(false);
      case 21 -> NODES.booleanNode(true);
      case 22 -> NODES.nullNode();
      case 25 -> decimal(half(in.getShort()));
      case 26 -> decimal(in.getFloat());
      case 27 -> decimal(in.getDouble());
      default -> throw malformed("has a value that JSON has no word for");
    };
  }

  private JsonNode decimal(double value) {
    if (!Double.isFinite(value)) throw malformed("has a number that is none");
    return DecimalNode.valueOf(new BigDecimal(Double.toString(value)));
  }

  private static double half(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0x1f) return Double.NaN;
    double value =
        exponent == 0
            ? Math.scalb((double) fraction, -24)
            : Math.scalb(fraction + 1024.0, exponent - 25);
    return bits < 0 ? -value : value;
  }

  private Malformed malformed(String why) {
    return new Malformed(why + " at byte " + in.position());
  }
}
