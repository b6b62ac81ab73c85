package waybill.users;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waybill.contracts.ContractId;
import waybill.contracts.Kind;
import waybill.kit.problem.Problem;
import waybill.kit.problem.ProblemType;
import waybill.kit.testing.Given;

/** The page names what the code does, and nothing that it does not do. */
class ReadmeTest {
  private static final String ROUTE = "`([A-Z]+ /[^`]*)`";
  private static final String CONTRACT = "`([a-z-]+\\.[a-z-]+/[0-9]+)`";
  private static final String REFUSAL = "`([0-9]{3} [a-z-]+)`";
  private static final String FIELD = "`([a-z_]+)`";

  private final String page;

  ReadmeTest() throws IOException {
    page = Files.readString(Path.of("README.md"));
  }

  @Test
  void page_namesEveryRoute() {
    assertThat(named(ROUTE, "What it answers")).isEqualTo(new Registry().api.routes().keys());
  }

  @Test
  void page_namesEveryMessageThatIsSaid() {
    assertThat(named(CONTRACT, "What it says"))
        .isEqualTo(
            Given.CATALOG.contracts().stream()
                .filter(id -> id.owner().equals("users"))
                .filter(id -> Given.CATALOG.definition(id.name()).kind() == Kind.EVENT)
                .map(ContractId::toString)
                .collect(toSet()));
  }

  @Test
  void page_namesEveryMessageThatIsHeard() {
    assertThat(named(CONTRACT, "What it listens to"))
        .isEqualTo(
            Given.CATALOG.services().stream()
                .filter(service -> service.name().equals("users"))
                .flatMap(service -> service.consumes().stream())
                .map(ContractId::toString)
                .collect(toSet()));
  }

  @Test
  void page_namesEveryProblemOfItsOwn_andNoneThatDoesNotExist() {
    Set<String> own = refusals(UsersProblem.values());
    assertThat(named(REFUSAL, "What it refuses"))
        .containsAll(own)
        .isSubsetOf(Stream.of(own, refusals(Problem.values())).flatMap(Set::stream).toList());
  }

  @Test
  void page_namesEveryFieldThatIsStored() {
    assertThat(named(FIELD, "What it stores"))
        .containsAll(fields(Profile.class))
        .containsAll(fields(EmailOwner.class));
  }

  private Set<String> named(String what, String heading) {
    String from = page.substring(page.indexOf("\n## " + heading + "\n") + 1);
    int end = from.indexOf("\n## ");
    return Pattern.compile(what)
        .matcher(end < 0 ? from : from.substring(0, end))
        .results()
        .map(found -> found.group(1))
        .collect(toSet());
  }

  private static Set<String> refusals(ProblemType[] types) {
    return Stream.of(types).map(type -> type.status() + " " + type.slug()).collect(toSet());
  }

  /** As the stored document names them. */
  private static Set<String> fields(Class<? extends Record> type) {
    return Stream.of(type.getRecordComponents())
        .map(field -> field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
        .collect(toSet());
  }
}
