package waybill.local.command;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a running stack tells to its own machine only. */
final class LocalPage {
  private static final int TIMEOUT_MILLIS = 5_000;

  private final int port;

  LocalPage(int port) {
    if (port < 1 || port > 65_535) throw new Refused("--port takes 1 to 65535");
    this.port = port;
  }

  /** Nothing if the stack has no such thing. */
  Optional<String> read(String path, String type) {
    try {
      var uri = URI.create("http://127.0.0.1:" + port + "/_local/" + path);
      var connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      if (type.equals(connection.getContentType()))
        return Optional.of(
            new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      if (connection.getHeaderField("waybill-local") != null) return Optional.empty();
    } catch (IOException e) {
      // Said below: who called needs to know that nothing answers, not in which way.
    }
    throw new Refused("no stack runs on port " + port + ": start one with ./waybill up");
  }
}
