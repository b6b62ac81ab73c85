package waybill.exchange.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Which addresses a host name has. */
public interface Resolver {

  List<InetAddress> resolve(String host) throws UnknownHostException;

  static Resolver system() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
