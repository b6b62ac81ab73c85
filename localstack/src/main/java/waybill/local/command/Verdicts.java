package waybill.local.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import waybill.local.verdicts.Run;

/** Judges pairs of schemas. */
@Command(
    name = "verdicts",
    description = {
      "Says of each pair of schemas whether all that the old one accepts is accepted by the new"
          + " one: compatible (proved), breaking (with a witness) or unknown.",
      "Reads a line {\"id\", \"old\", \"new\"} each and prints a line {\"id\", \"verdict\","
          + " \"breaks\", \"millis\"} each."
    },
    mixinStandardHelpOptions = true,
    exitCodeOnExecutionException = 2)
final class Verdicts implements Callable<Integer> {
  private static final int BAD_LINES = 2;

  @Parameters(paramLabel = "FILE.jsonl", description = "- is the standard input")
  private String file = "";

  @Option(
      names = "--table",
      description = "prints what came of lines with \"compatible\": true or false")
  private boolean table;

  @ParentCommand private Main main = new Main(InputStream.nullInputStream());
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    var line = spec.commandLine();
    try (var in = new BufferedInputStream(open(), 1 << 16)) {
      var run = new Run(in, line.getOut());
      if (table) run.table(line.getErr());
      else run.lines();
      return run.hadBadLines() ? BAD_LINES : 0;
    }
  }

  private InputStream open() {
    if (file.equals("-")) return main.in();
    var path = Path.of(file);
    if (!Files.isReadable(path) || Files.isDirectory(path))
      throw new Refused(file + " is not a file that can be read");
    try {
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw new Refused(file + " cannot be read");
    }
  }
}
