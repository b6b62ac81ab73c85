package waybill.catalog;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a service is found; the contract has said already which characters and schemes it has. */
final class BaseUrl {
  private static final int PORT_MAX = 65_535;

  static boolean isOne(String text) {
    try {
      URI uri = new URI(text).parseServerAuthority();
      return uri.getHost() != null && uri.getPort() <= PORT_MAX;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private BaseUrl() {}
}
