package waybill.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the pages, the compose file and the tests say of LocalStack. */
class LocalStackTest {
  private static final String COMPOSE = Repository.text("localstack/compose.yaml");

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }

  @Test
  void theSuiteAndTheComposeFile_pinTheSameImage_andThePageNamesIt() {
    List<String> image = found("(localstack/localstack:[0-9.]+)\\n", COMPOSE);
    String suite = "localstack/src/localstack/java/waybill/endtoend/LocalStackSuite.java";

    assertThat(image).hasSize(1);
    assertThat(found("\"(localstack/localstack:[^\"]+)\"", Repository.text(suite)))
        .isEqualTo(image);
    assertThat(Repository.text("localstack/README.md"))
        .contains(image.get(0).replace("localstack/localstack:", "LocalStack "));
  }

  @Test
  void whatTheComposeFilePublishes_isOnTheLoopbackAlone() {
    assertThat(found("\"([^\"]+:[0-9]+:[0-9]+)\"", COMPOSE))
        .isNotEmpty()
        .allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @Test
  void noModuleNeedsLocalStacksLibraries_outsideItsProfile() {
    assertThat(Repository.files("pom.xml"))
        .allSatisfy(
            pom ->
                assertThat(Repository.text(pom).replaceAll("(?s)<profiles>.*</profiles>", ""))
                    .doesNotContain("testcontainers", "localstack-utils"));
  }
}
