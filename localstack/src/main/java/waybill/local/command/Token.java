package waybill.local.command;

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
    System.out.println(
        new LocalPage(port)
            .read("token?name=" + name, "application/jwt")
            .orElseThrow(() -> new Refused("the stack on port " + port + " gives no token")));
    return 0;
  }
}
