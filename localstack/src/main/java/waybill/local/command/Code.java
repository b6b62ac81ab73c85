package waybill.local.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what an email would have brought. */
@Command(
    name = "code",
    description = "Prints the code of the last password reset that was asked for by an email.",
    mixinStandardHelpOptions = true)
final class Code implements Callable<Integer> {
  @Parameters(paramLabel = "EMAIL", description = "as it was registered")
  private String email = "";

  @Option(names = "--port", defaultValue = "8080", description = "default: ${DEFAULT-VALUE}")
  private int port;

  @Override
  public Integer call() {
    var path = "code?email=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
    System.out.println(
        new LocalPage(port)
            .read(path, "text/plain")
            .orElseThrow(() -> new Refused("nobody with this email has asked for a code")));
    return 0;
  }
}
