package waybill.contracts.form;

import java.util.Arrays;
import java.util.Random;

/** What may happen to bytes. */
final class Damage {
  private Damage() {}

  static byte[] done(byte[] bytes, Random random) {
    byte[] damaged = bytes.clone();
    for (int left = random.nextInt(4); left > 0 && damaged.length > 0; left--)
      damaged = one(damaged, random);
    return damaged;
  }

  private static byte[] one(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt();
      case 2 -> {
        return Arrays.copyOf(bytes, at);
      }
      default -> System.arraycopy(bytes, 0, bytes, at, bytes.length - at);
    }
    return bytes;
  }
}
