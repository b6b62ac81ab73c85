package waybill.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import waybill.bench.up.Memory;
import waybill.bench.up.Speed;

/** What the exchange costs, in the parts that its arguments name; started in the repository. */
public final class ExchangeBench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private ExchangeBench() {}

  public static void main(String[] arguments) {
    Path repository = Path.of("").toAbsolutePath();
    String part = arguments.length == 0 ? "" : arguments[0];
    List<Integer> numbers =
        Arrays.stream(arguments).skip(1).map(text -> Integer.valueOf(text)).toList();
    Flat flat = new Flat(repository, OUT);
    switch (part) {
      case "counts" -> new Counts(repository, OUT).print();
      case "waiting" -> flat.waiting(numbers.isEmpty() ? Flat.WAITING : numbers);
      case "subscribers" -> flat.subscribers(numbers.isEmpty() ? Flat.SUBSCRIBERS : numbers);
      case "flat" -> {
        flat.waiting(Flat.WAITING);
        flat.subscribers(Flat.SUBSCRIBERS);
      }
      case "speed" ->
          new Speed(repository, OUT).print(numbers.isEmpty() ? Speed.PUBLISHERS : numbers);
      case "memory" ->
          new Memory(repository, OUT).print(numbers.isEmpty() ? Memory.MESSAGES : numbers.get(0));
      default -> throw new IllegalArgumentException("counts, flat, speed or memory");
    }
    System.exit(0); // Emulators leave threads behind.
  }
}
