package waybill.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import waybill.local.StartException;
import waybill.local.template.TemplateException;

/** The command of Waybill. */
@Command(
    name = "waybill",
    description = "Runs a Waybill stack on this machine.",
    mixinStandardHelpOptions = true,
    version = "waybill 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {Up.class, Token.class})
final class Main implements Callable<Integer> {
  private static final int REFUSED = 1;

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main())
            .setExecutionExceptionHandler((error, line, parsed) -> explain(error, line))
            .execute(arguments));
  }

  @Override
  public Integer call() {
    CommandLine.usage(this, System.out);
    return 0;
  }

  private static String firstLine(Exception error) {
    return String.valueOf(error).lines().findFirst().orElse("it failed");
  }

  /** One line for what the caller can mend; the rest shows its trace to whoever asks for it. */
  private static int explain(Exception error, CommandLine line) {
    if (error instanceof StartException
        || error instanceof TemplateException
        || error instanceof Refused) {
      line.getErr().println("waybill: " + error.getMessage());
    } else {
      line.getErr().println("waybill: " + firstLine(error) + " (WAYBILL_DEBUG=1 shows where)");
      if (System.getenv("WAYBILL_DEBUG") != null) error.printStackTrace(line.getErr());
    }
    return REFUSED;
  }
}
