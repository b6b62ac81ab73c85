package waybill.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault has its number in the name of a test, and after such a test the books balance. */
class MatrixTest {
  private static final Pattern ROW = Pattern.compile("row0*([0-9]+)_");

  /** Faults of the SDK's requests, of ids, letters, addresses and templates: nothing moves. */
  private static final Set<Integer> WITHOUT_MESSAGES = Set.of(3, 4, 16, 30, 31, 36, 38, 52, 53);

  private static final List<Path> TESTS =
      Repository.files(".java").stream().filter(MatrixTest::hasRows).toList();

  static Stream<Integer> rows() {
    return IntStream.rangeClosed(1, 66).boxed();
  }

  static Stream<String> tests() {
    return TESTS.stream().map(Repository::name);
  }

  @ParameterizedTest(name = "row {0}")
  @MethodSource("rows")
  void aFault_hasATestOfItsNumber_afterWhichTheBooksBalance(int row) {
    boolean moves = !WITHOUT_MESSAGES.contains(row);
    assertThat(named(TESTS.stream().filter(test -> !moves || isBalanced(test)))).contains(row);
  }

  @ParameterizedTest
  @MethodSource("tests")
  void aTestOfAFault_keepsBooksOrSaysThatThereIsNothingToCount(String test) {
    Path file = Repository.file(test);
    boolean moves = !test.contains("/waybill/repository/");
    assertThat(!moves || isBalanced(file) || Repository.text(file).contains("@NoBooks(")).isTrue();
  }

  private static boolean hasRows(Path file) {
    return !Repository.name(file).endsWith("/MatrixTest.java")
        && Repository.name(file).matches(".*/(src/test|kit-testing/src/main)/java/.*")
        && ROW.matcher(Repository.text(file)).find();
  }

  /** By what watches each test, or by what an end-to-end test does behind its last. */
  private static boolean isBalanced(Path file) {
    String text = Repository.text(file);
    return text.contains("\n@BooksBalance\n")
        || text.contains(").booksBalance();")
        || text.contains("\n@Suite\n"); // the tests that it runs do
  }

  private static Set<Integer> named(Stream<Path> tests) {
    Set<Integer> named = new TreeSet<>();
    tests
        .map(Repository::text)
        .flatMap(text -> ROW.matcher(text).results())
        .forEach(found -> named.add(Integer.valueOf(found.group(1))));
    return named;
  }
}
