package waybill.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs everything and prints one table; its argument is a file of pairs. */
public final class Bench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Bench() {}

  public static void main(String[] arguments) throws RunnerException {
    Table table = new Table(OUT);
    table.head();
    Figures payload = new Figures(run(PayloadBench.class), 1);
    row(
        table,
        payload,
        "parse, check, bind",
        "parseCheckBind",
        "Jackson parses, binds",
        "jacksonParseBind");
    row(table, payload, "check, bind", "checkBind", "Jackson binds", "jacksonBind");
    row(table, payload, "check, bind", "checkBind", "networknt validates", "networkntValidate");
    row(table, payload, "check", "checkOnly", "networknt validates", "networkntValidate");
    row(table, payload, "parse", "parse", "Jackson parses", "jacksonParse");
    if (arguments.length > 0) verdicts(table, Path.of(arguments[0]));
    OUT.println();
    new Growth().print(OUT);
  }

  private static void row(
      Table table, Figures figures, String ours, String our, String beside, String other) {
    String what = PayloadBench.BYTES + " bytes: " + ours;
    table.row(what, figures.of(our), beside, figures.of(other));
  }

  private static void verdicts(Table table, Path file) throws RunnerException {
    int pairs = Pairs.of(file).all().size();
    Figures figures = new Figures(run(VerdictBench.class, "-D" + Pairs.FILE + "=" + file), pairs);
    Figure ours = figures.of("verdicts");
    table.row(
        "a verdict",
        ours,
        "networknt: compile both, check one document",
        figures.of("networkntBoth"));
    OUT.printf("%n%,.0f verdicts a second, on %d pairs%n", 1e9 / ours.nanos(), pairs);
  }

  static Collection<RunResult> run(Class<?> benchmarks) throws RunnerException {
    return run(benchmarks, "");
  }

  private static Collection<RunResult> run(Class<?> benchmarks, String property)
      throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options.include(benchmarks.getName() + "\\.").addProfiler(GCProfiler.class);
    options.verbosity(VerboseMode.SILENT);
    if (!property.isEmpty()) options.jvmArgsAppend(property);
    return new Runner(options.build()).run();
  }
}
