package waybill.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;
import waybill.bench.saga.SagaCounts;
import waybill.bench.saga.SagaFlat;
import waybill.bench.saga.Transitions;
import waybill.bench.up.Orders;

/** What sagas cost, in the parts that its arguments name; started in the repository. */
public final class SagaBench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private SagaBench() {}

  public static void main(String[] arguments) throws RunnerException {
    Path repository = Path.of("").toAbsolutePath();
    String part = arguments.length == 0 ? "" : arguments[0];
    List<Integer> numbers =
        Arrays.stream(arguments).skip(1).map(text -> Integer.valueOf(text)).toList();
    switch (part) {
      case "counts" ->
          new SagaCounts(repository, OUT, numbers.isEmpty() ? SagaCounts.SAGAS : numbers.get(0))
              .print();
      case "flat" ->
          new SagaFlat(repository, OUT).print(numbers.isEmpty() ? SagaFlat.RUNNING : numbers);
      case "transitions" -> transitions(repository);
      case "orders" ->
          new Orders(repository, OUT).print(numbers.isEmpty() ? Orders.CLIENTS : numbers);
      default -> throw new IllegalArgumentException("counts, flat, transitions or orders");
    }
    System.exit(0); // Emulators leave threads behind.
  }

  private static void transitions(Path repository) throws RunnerException {
    Figure pure = new Figures(Bench.run(CourseBench.class), CourseBench.TRANSITIONS).of("saga");
    new Transitions(repository, OUT).print(pure.nanos(), pure.bytes());
  }
}
