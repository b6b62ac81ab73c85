package waybill.local.command;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import waybill.local.Machine;
import waybill.local.Settings;
import waybill.local.template.Ground;

/** Runs the stack until it is told to stop. */
@Command(
    name = "up",
    description = "Runs everything that the template declares, until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {
  private static final int PORT_MAX = 65_535;

  /** Buckets take no capital letters, and queues no names of more than eighty characters. */
  private static final Pattern STACK = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  @Option(names = "--port", defaultValue = "8080", description = "default: ${DEFAULT-VALUE}")
  private int port;

  @Option(names = "--data", paramLabel = "DIR", description = "keeps everything there")
  private @Nullable Path data;

  @Option(
      names = "--template",
      paramLabel = "FILE",
      defaultValue = "${waybill.home:-.}/template.yaml",
      description = "default: the template of this repository")
  private Path template = Path.of("template.yaml");

  @Option(
      names = "--target",
      paramLabel = "URL",
      description = "an emulator that has SQS and DynamoDB with streams, instead of our own")
  private @Nullable URI target;

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      defaultValue = Ground.STACK,
      description = "begins the names of tables and queues; default: ${DEFAULT-VALUE}")
  private String stack = Ground.STACK;

  @Override
  public Integer call() throws InterruptedException {
    check();
    var settings =
        Settings.of(template).withPort(port).withData(data).withTarget(target).withStack(stack);
    var machine = Machine.start(settings);
    // Nothing is to be done at the end: what a kill leaves behind is whole, so Ctrl-C is one too.
    new Greeting(settings, machine).print(System.out, sinceStart());
    new CountDownLatch(1).await();
    return 0;
  }

  private void check() {
    if (port < 0 || port > PORT_MAX) throw new Refused("--port takes 0 to " + PORT_MAX);
    if (data != null && data.toString().isBlank()) throw new Refused("--data takes a folder");
    if (target != null && !List.of("http", "https").contains(String.valueOf(target.getScheme())))
      throw new Refused("--target takes a URL, http://…");
    if (!STACK.matcher(stack).matches())
      throw new Refused("--stack takes a lower-case letter, then such letters, digits, hyphens");
  }

  private static long sinceStart() {
    return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
  }
}
