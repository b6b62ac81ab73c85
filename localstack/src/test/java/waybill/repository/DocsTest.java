package waybill.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages say is there. */
class DocsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern FOLDER = Pattern.compile("`([a-z-]+(?:/[a-z-]+)*)/`");
  private static final Pattern TYPE =
      Pattern.compile("`([A-Z][A-Za-z]*(?:Test|Api|Inbox|Problem|Function|Contract|Contracts))`");

  static Stream<String> pages() {
    return Repository.files(".md").stream().map(Repository::name);
  }

  static Stream<String> modules() {
    return Repository.modules().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aRelativeLink_leadsSomewhere(String page) {
    Path folder = Repository.file(page).resolveSibling("");
    assertThat(named(LINK, page))
        .as(page)
        .filteredOn(link -> !link.matches("(https?:|mailto:|#).*"))
        .allSatisfy(link -> assertThat(folder.resolve(link.replaceAll("#.*", ""))).exists());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aTypeThatAPageNames_isInTheSources(String page) {
    Set<String> types =
        Repository.files(".java").stream()
            .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
            .collect(Collectors.toSet());
    assertThat(named(TYPE, page))
        .as("unknown types of %s", page)
        .filteredOn(type -> !types.contains(type))
        .isEmpty();
  }

  /** A further service has a page of its own: the map need not know it. */
  @Test
  void readmesMap_namesEachModule_thatIsNoService() {
    assertThat(named(FOLDER, "README.md"))
        .containsAll(Repository.modules().stream().filter(module -> !isService(module)).toList());
  }

  private static boolean isService(String module) {
    String entry = "contracts/catalog/services/" + module.replace("functions/", "") + ".json";
    return Files.exists(Repository.file(entry));
  }

  @Test
  void everyFolderOfReadmesMap_exists() {
    List<String> folders = new ArrayList<>(named(FOLDER, "README.md"));
    folders.removeIf(Set.of("catalog")::contains); // of contracts

    assertThat(folders)
        .hasSizeGreaterThan(5)
        .allSatisfy(folder -> assertThat(Repository.file(folder)).isDirectory());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModule_saysWhyItIsSo_orWhatItIs(String module) {
    assertThat(Stream.of("RATIONALE.md", "README.md"))
        .as("pages of %s", module)
        .anyMatch(page -> Files.exists(Repository.file(module).resolve(page)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n./waybill up ", "\nmvn verify "})
  void readmesTwoCommands_standInIt(String command) {
    assertThat(Repository.text("README.md")).contains(command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"waybill", ".ci/run", ".ci/follow-the-page"})
  void aCommand_canBeRun(String command) {
    assertThat(Repository.file(command)).isExecutable();
  }

  @Test
  void whatProvesThePromises_runsAllTests() {
    assertThat(Repository.text(".ci/run").lines()).contains("mvn -B verify");
  }

  @Test
  void whatProvesThePromises_doesWhatThePageForANewMemberSays() {
    assertThat(Repository.text(".ci/run").lines()).contains(".ci/follow-the-page");
    assertThat(Repository.file("docs/how-to-write-a-member.md")).isRegularFile();
  }

  @Test
  void thePageForTheDaysAfter_knowsWhatEachAlarmMeans() {
    List<String> named =
        Pattern.compile("`…?(\\w+Alarm)`")
            .matcher(Repository.text("docs/day-two.md"))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(TheTemplate.ids("AWS::CloudWatch::Alarm"))
        .hasSizeGreaterThan(10)
        .allSatisfy(alarm -> assertThat(named).anyMatch(alarm::endsWith));
  }

  private static List<String> named(Pattern pattern, String page) {
    return pattern
        .matcher(Repository.text(page))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
