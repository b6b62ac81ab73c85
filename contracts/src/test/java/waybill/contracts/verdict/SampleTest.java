package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.Quoted.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.SchemaCheck;
import waybill.contracts.verdict.SamplePair.Judgement;
import waybill.contracts.verdict.Verdict.Outcome;

/** What others say about pairs of schemas, and what we say. */
class SampleTest {
  private static final Path PAGE = Path.of("VERDICTS.md");
  private static final double SHARE_DECIDED_MIN = 0.95;

  /** Labels that are not true; each is refuted below. */
  private static final Set<String> WRONG_LABELS =
      Set.of("nonvalid/dynamicRef#1", "nonvalid/dynamicRef#2", "universal/dynamicRef#10");

  @Test
  void noVerdict_contradictsATrueLabel() {
    List<String> contradicted =
        SamplePair.judged().stream()
            .filter(each -> !WRONG_LABELS.contains(each.pair().id()))
            .filter(each -> each.verdict().outcome() == opposite(each.pair().compatible()))
            .map(each -> each.pair().id())
            .toList();

    assertThat(contradicted).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonvalid/dynamicRef#1", "nonvalid/dynamicRef#2"})
  void onlyDocumentOfOld_isValidUnderNew_whateverTheLabelSays(String id) {
    SamplePair pair = SamplePair.named(id);
    JsonNode only = pair.oldSchema().path("const");

    assertThat(pair.compatible()).isFalse();
    assertThat(SchemaCheck.of(pair.newSchema()).accepts(only)).isTrue();
  }

  @Test
  void emptyString_isAWitness_whateverTheLabelSays() {
    SamplePair pair = SamplePair.named("universal/dynamicRef#10");
    JsonNode empty = json("''");

    assertThat(pair.compatible()).isTrue();
    assertThat(SchemaCheck.of(pair.oldSchema()).accepts(empty)).isTrue();
    assertThat(SchemaCheck.of(pair.newSchema()).accepts(empty)).isFalse();
  }

  @Test
  void almostAllPairs_areDecided() {
    double unknown = count(true, Outcome.UNKNOWN) + (double) count(false, Outcome.UNKNOWN);

    assertThat(1 - unknown / SamplePair.judged().size()).isGreaterThanOrEqualTo(SHARE_DECIDED_MIN);
  }

  @Test
  void accuracyTable_isTheOneOnThePage() throws IOException {
    assertThat(Files.readString(PAGE)).contains(table());
  }

  private static String table() {
    return """
        | label | compatible | breaking | unknown |
        |---|---:|---:|---:|
        """
        + row(true, "compatible")
        + row(false, "not compatible");
  }

  private static String row(boolean label, String name) {
    return "| %s | %d | %d | %d |\n"
        .formatted(
            name,
            count(label, Outcome.COMPATIBLE),
            count(label, Outcome.BREAKING),
            count(label, Outcome.UNKNOWN));
  }

  private static long count(boolean label, Outcome outcome) {
    return SamplePair.judged().stream()
        .filter(each -> each.pair().compatible() == label)
        .map(Judgement::verdict)
        .filter(verdict -> verdict.outcome() == outcome)
        .count();
  }

  private static Outcome opposite(boolean compatible) {
    return compatible ? Outcome.BREAKING : Outcome.COMPATIBLE;
  }
}
