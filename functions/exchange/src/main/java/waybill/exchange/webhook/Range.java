package waybill.exchange.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** The addresses that start with the same bits. */
final class Range {
  private final byte[] prefix;
  private final int bits;

  private Range(byte[] prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  /** As in {@code 10.0.0.0/8}. */
  static Range of(String text) {
    int slash = text.indexOf('/');
    try {
      byte[] prefix = InetAddress.getByName(text.substring(0, slash)).getAddress();
      return new Range(prefix, Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text + " is no range", e);
    }
  }

  /** By its leading bytes: the JDK reads some forms of IPv6 as IPv4. */
  static Range startingWith(String hex) {
    byte[] prefix = HexFormat.of().parseHex(hex);
    return new Range(prefix, prefix.length * 8);
  }

  boolean holds(byte[] address) {
    if (address.length * 8 < bits) return false;
    for (int bit = 0; bit < bits; bit++)
      if (((prefix[bit / 8] ^ address[bit / 8]) >> (7 - bit % 8) & 1) != 0) return false;
    return true;
  }
}
