package waybill.local.command;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a token of a running stack. */
@Command(
    name = "token",
    description = "Prints an access token of the stack that runs on a port.",
    mixinStandardHelpOptions = true)
final class Token implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
  private static final int TIMEOUT_MILLIS = 5_000;

  @Parameters(paramLabel = "NAME", description = "operator, or any client id: [a-z][a-z0-9-]{0,62}")
  private String name = "";

  @Option(names = "--port", defaultValue = "8080", description = "default: ${DEFAULT-VALUE}")
  private int port;

  @Override
  public Integer call() {
    if (!NAME.matcher(name).matches()) {
      throw new Refused(
          "'" + name + "' is not a name: a lower-case letter, then such letters, digits, hyphens");
    }
    if (port < 1 || port > 65_535) throw new Refused("--port takes 1 to 65535");
    System.out.println(fetch());
    return 0;
  }

  private String fetch() {
    try {
      var uri = URI.create("http://127.0.0.1:" + port + "/_local/token?name=" + name);
      var connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      if ("application/jwt".equals(connection.getContentType())) {
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      // Said below: who called needs to know that nothing answers, not in which way.
    }
    throw new Refused("no stack runs on port " + port + ": start one with ./waybill up");
  }
}
