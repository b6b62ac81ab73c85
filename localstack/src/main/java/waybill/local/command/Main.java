package waybill.local.command;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import waybill.local.StartException;
import waybill.local.check.Unusable;
import waybill.local.template.TemplateException;

/** The command of Waybill. */
@Command(
    name = "waybill",
    description = "Runs a Waybill stack on this machine, and judges contracts.",
    mixinStandardHelpOptions = true,
    version = "waybill 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {Up.class, Token.class, Rotate.class, Code.class, Verdicts.class, Check.class})
final class Main implements Callable<Integer> {
  private final InputStream in;
  @Spec private CommandSpec spec = CommandSpec.create();

  Main(InputStream in) {
    this.in = in;
  }

  public static void main(String[] arguments) {
    System.exit(run(System.in, System.out, System.err, arguments));
  }

  /** The command without the process around it. */
  static int run(InputStream in, OutputStream out, OutputStream err, String... arguments) {
    return new CommandLine(new Main(in))
        .setOut(new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true))
        .setErr(new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true))
        .setExecutionExceptionHandler((error, line, parsed) -> explain(error, line))
        .execute(arguments);
  }

  InputStream in() {
    return in;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }

  private static String firstLine(Exception error) {
    return String.valueOf(error).lines().findFirst().orElse("it failed");
  }

  /** One line for what the caller can mend; the rest shows its trace to whoever asks for it. */
  private static int explain(Exception error, CommandLine line) {
    if (error instanceof StartException
        || error instanceof TemplateException
        || error instanceof Unusable
        || error instanceof Refused) {
      line.getErr().println("waybill: " + error.getMessage());
    } else {
      line.getErr().println("waybill: " + firstLine(error) + " (WAYBILL_DEBUG=1 shows where)");
      if (System.getenv("WAYBILL_DEBUG") != null) error.printStackTrace(line.getErr());
    }
    return line.getCommandSpec().exitCodeOnExecutionException();
  }
}
