package waybill.exchange.webhook;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a letter may connect to, or why nowhere. */
record Admission(List<InetAddress> addresses, @Nullable String refusal) {

  static Admission to(List<InetAddress> addresses) {
    return new Admission(addresses, null);
  }

  static Admission refused(String reason) {
    return new Admission(List.of(), reason);
  }
}
