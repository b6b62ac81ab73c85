package waybill.contracts.form;

import java.io.ByteArrayOutputStream;

/** The bytes of one message, as it is written. */
final class WireOut {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int LENGTH = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  byte[] bytes() {
    return out.toByteArray();
  }

  WireOut flag(int number, boolean value) {
    return tag(number, VARINT).varint(value ? 1 : 0);
  }

  WireOut bytes(int number, byte[] value) {
    return tag(number, LENGTH).bytes(value);
  }

  WireOut bytes(byte[] value) {
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  WireOut tag(int number, int type) {
    return varint(((long) number << 3) | type);
  }

  WireOut varint(long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      out.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
    return this;
  }

  WireOut fixed64(double value) {
    long bits = Double.doubleToRawLongBits(value);
    for (int i = 0; i < 8; i++) out.write((int) (bits >> (8 * i)));
    return this;
  }
}
