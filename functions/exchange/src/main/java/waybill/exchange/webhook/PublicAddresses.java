package waybill.exchange.webhook;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses belong to everybody: all others may be somebody's inside, also ours. */
final class PublicAddresses {
  private static final List<Range> NOT_PUBLIC_V4 =
      ranges(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // behind a carrier's translation
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local, metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocols
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // relays of 6to4
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  /** The only part of IPv6 that is given out: loopback, link-local, fc00::/7 lie outside. */
  private static final Range GIVEN_OUT = Range.of("2000::/3");

  private static final List<Range> NOT_PUBLIC_V6 =
      ranges(
          "2001::/23", // protocols, Teredo
          "2001:db8::/32", // documentation
          "3fff::/20"); // documentation

  /** Forms of IPv6 that lead to an IPv4 address, and where it stands in them. */
  private record Leading(Range range, int at) {}

  private static final List<Leading> LEADING_TO_V4 =
      List.of(
          new Leading(Range.startingWith("00".repeat(12)), 12), // compatible
          new Leading(Range.startingWith("00".repeat(10) + "ffff"), 12), // mapped
          new Leading(Range.startingWith("0064ff9b" + "00".repeat(8)), 12), // NAT64
          new Leading(Range.startingWith("2002"), 2)); // 6to4

  static boolean has(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4 ? isPublicV4(bytes) : isPublicV6(bytes);
  }

  private static boolean isPublicV4(byte[] bytes) {
    return NOT_PUBLIC_V4.stream().noneMatch(range -> range.holds(bytes));
  }

  private static boolean isPublicV6(byte[] bytes) {
    for (Leading leading : LEADING_TO_V4)
      if (leading.range().holds(bytes))
        return isPublicV4(Arrays.copyOfRange(bytes, leading.at(), leading.at() + 4));
    return GIVEN_OUT.holds(bytes) && NOT_PUBLIC_V6.stream().noneMatch(range -> range.holds(bytes));
  }

  private static List<Range> ranges(String... texts) {
    return Stream.of(texts).map(Range::of).toList();
  }

  private PublicAddresses() {}
}
