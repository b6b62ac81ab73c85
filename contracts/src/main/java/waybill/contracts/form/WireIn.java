package waybill.contracts.form;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import waybill.contracts.Malformed;

/** The bytes of one message, as they are read. */
final class WireIn {
  private static final int VARINT_BYTES_MAX = 10;

  private final ByteBuffer in;
  private int type;

  WireIn(ByteBuffer in) {
    this.in = in.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  boolean hasMore() {
    return in.hasRemaining();
  }

  /** Of the field that comes next. */
  int number() {
    long tag = varint();
    if (tag >>> 3 == 0 || tag >>> 32 != 0) throw new Malformed("has a field number that is none");
    type = (int) (tag & 7);
    return (int) (tag >>> 3);
  }

  int type() {
    return type;
  }

  void expect(int wanted) {
    if (type != wanted) throw new Malformed("has a field of another type");
  }

  long varint() {
    long value = 0;
    for (int i = 0; i < VARINT_BYTES_MAX; i++) {
      int one = one();
      if (i == VARINT_BYTES_MAX - 1 && one > 1) break;
      value |= (long) (one & 0x7f) << (7 * i);
      if (one < 0x80) return value;
    }
    throw new Malformed("has a number that is too long");
  }

  private int one() {
    if (!in.hasRemaining()) throw new Malformed("ends too early");
    return in.get() & 0xff;
  }

  double fixed64() {
    try {
      return in.getDouble();
    } catch (BufferUnderflowException e) {
      throw new Malformed("ends too early");
    }
  }

  byte[] bytes() {
    ByteBuffer inside = inside();
    byte[] bytes = new byte[inside.remaining()];
    inside.get(bytes);
    return bytes;
  }

  /** What is inside, with no byte of it copied. */
  ByteBuffer inside() {
    long length = varint();
    if (length < 0 || length > in.remaining()) throw new Malformed("ends too early");
    ByteBuffer inside = in.slice(in.position(), (int) length);
    in.position(in.position() + (int) length);
    return inside;
  }
}
