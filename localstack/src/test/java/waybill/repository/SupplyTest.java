package waybill.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others wrote of what is deployed. */
class SupplyTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whoever adds another one decides that its terms can be kept. */
  private static final Set<String> LICENCES = Set.of("Apache-2.0", "MIT", "MIT-0");

  static Stream<String> archives() {
    return TheTemplate.STACK.functions().stream().map(function -> function.codeUri()).distinct();
  }

  @ParameterizedTest
  @MethodSource("archives")
  void besideEachArchive_standsWhatIsInIt_eachWithAVersionAndALicenceThatIsKept(String archive)
      throws IOException {
    JsonNode parts = bill(archive).path("components");

    assertThat(parts).as(archive).hasSizeGreaterThan(10);
    for (JsonNode part : parts) {
      String name = part.path("purl").asText();
      assertThat(part.path("version").asText()).as(name).isNotEmpty();
      if (part.path("group").asText().equals("waybill")) continue;
      assertThat(part.path("licenses")).as(name).isNotEmpty();
      for (JsonNode licence : part.path("licenses"))
        assertThat(licence.path("license").path("id").asText()).as(name).isIn(LICENCES);
    }
  }

  @ParameterizedTest
  @MethodSource("archives")
  void nothingIsInAnArchive_onlyToTestOrToRunOneMachine(String archive) throws IOException {
    assertThat(bill(archive).path("components"))
        .extracting(part -> part.path("name").asText())
        .doesNotContain(
            "waybill-kit-testing", "waybill-localstack", "DynamoDBLocal", "assertj-core");
  }

  private static JsonNode bill(String archive) throws IOException {
    return JSON.readTree(Repository.text(archive.replace("-lambda.jar", "-sbom.json")));
  }
}
