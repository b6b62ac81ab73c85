package waybill.kit;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Where new ids come from. Drawn for each use, so that a restored snapshot repeats none. */
public interface Ids {

  String next();

  /**
   * A new generator each time: one that was seeded before a SnapStart snapshot would give every
   * clone the same ids.
   */
  static Ids random() {
    return () -> {
      byte[] bytes = new byte[16];
      new SecureRandom().nextBytes(bytes);
      return version4(bytes).toString();
    };
  }

  private static UUID version4(byte[] bytes) {
    bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
    bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
    var buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
