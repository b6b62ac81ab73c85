package waybill.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has a running stack sign with another key. */
@Command(
    name = "rotate",
    description = "Makes the stack sign tokens with a new key; those of the old one stay good.",
    mixinStandardHelpOptions = true)
final class Rotate implements Callable<Integer> {
  @Option(names = "--port", defaultValue = "8080", description = "default: ${DEFAULT-VALUE}")
  private int port;

  @Override
  public Integer call() {
    System.out.println(
        new LocalPage(port)
            .read("rotate", "text/plain")
            .orElseThrow(() -> new Refused("the stack on port " + port + " has no keys")));
    return 0;
  }
}
