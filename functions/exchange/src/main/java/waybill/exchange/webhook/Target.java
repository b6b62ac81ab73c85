package waybill.exchange.webhook;

import java.net.URI;
import java.util.Locale;

/** Where a letter goes, as its address says it; the host of IPv6 in brackets. */
record Target(String host, int port, boolean tls, String path) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Only for an address whose form was checked. */
  static Target of(URI address) {
    boolean tls = "https".equalsIgnoreCase(address.getScheme());
    int port = address.getPort() == -1 ? standard(tls) : address.getPort();
    return new Target(address.getHost().toLowerCase(Locale.ROOT), port, tls, pathOf(address));
  }

  private static String pathOf(URI address) {
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
  }

  private static int standard(boolean tls) {
    return tls ? HTTPS : HTTP;
  }

  String hostHeader() {
    return port == standard(tls) ? host : host + ":" + port;
  }

  /** For the certificate: an address stands there without brackets. */
  String peer() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
