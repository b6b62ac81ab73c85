package waybill.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault that messages meet on their way has its number in the name of a test. */
class MatrixTest {
  private static final Pattern ROW = Pattern.compile("row0*([0-9]+)_");

  /** Nothing caps a subscriber's backlog of one key yet: exchange/RATIONALE.md says so. */
  private static final int HOT_GROUP = 22;

  private static final Set<Integer> NAMED = named();

  static Stream<Integer> rows() {
    IntStream way = IntStream.rangeClosed(1, 40).filter(row -> row != HOT_GROUP);
    IntStream outside = IntStream.rangeClosed(50, 55);
    IntStream protocol = IntStream.rangeClosed(61, 65);
    return Stream.of(way, outside, protocol).flatMap(IntStream::boxed);
  }

  @ParameterizedTest(name = "row {0}")
  @MethodSource("rows")
  void aFault_hasATestOfItsNumber(int row) {
    assertThat(NAMED).contains(row);
  }

  private static Set<Integer> named() {
    Set<Integer> named = new TreeSet<>();
    for (String module : Repository.modules())
      ROW.matcher(tests(Repository.file(module).resolve("src/test/java")))
          .results()
          .forEach(found -> named.add(Integer.valueOf(found.group(1))));
    return named;
  }

  private static String tests(Path folder) {
    if (!Files.isDirectory(folder)) return "";
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(path -> path.toString().endsWith("Test.java")).toList())
        all.append(Files.readString(file));
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
