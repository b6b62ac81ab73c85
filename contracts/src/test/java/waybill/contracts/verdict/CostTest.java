package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static waybill.contracts.Quoted.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.SchemaCheck;
import waybill.contracts.TooCostly;

/** A small document under a small schema must not keep anybody busy. */
class CostTest {

  @Test
  void aDocumentThatIsReachedByTooManyWays_isGivenUp() {
    SchemaCheck check = SchemaCheck.of(json(Bombs.BY_TWO_WAYS));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThatExceptionOfType(TooCostly.class).isThrownBy(() -> check.accepts(nested(40))));
  }

  @Test
  void aShallowOne_isChecked() {
    assertThat(SchemaCheck.of(json(Bombs.BY_TWO_WAYS)).accepts(nested(2))).isTrue();
  }

  @Test
  void aPairThatAgreesOnIt_isJudgedInTime() {
    JsonNode bomb = json(Bombs.BY_TWO_WAYS);
    JsonNode only = Json.object().set("const", nested(40));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThat(Verdicts.standard().between(only, bomb).outcome())
                .isEqualTo(Verdict.Outcome.UNKNOWN));
  }

  @Test
  void aLongPlainList_isNoTrouble() {
    JsonNode schema = json("{'items':{'$ref':'#/$defs/n'},'$defs':{'n':{'type':'integer'}}}");
    var list = Json.object().putArray("list");
    for (int i = 0; i < 15_000; i++) list.add(i);
    assertThat(SchemaCheck.of(schema).accepts(list)).isTrue();
  }

  @Test
  void aSchemaOfTooManyReferences_isRefused_andNotAFailure() {
    ObjectNode schema = Json.object();
    schema.putObject("$defs").putObject("a");
    var all = schema.putArray("allOf");
    for (int i = 0; i < 2_300; i++) all.addObject().put("$ref", "#/$defs/a");
    assertThat(Profile.violations(schema)).isNotEmpty();
  }

  private static JsonNode nested(int depth) {
    ObjectNode document = Json.object();
    for (int i = 0; i < depth; i++) document = Json.object().set("a", document);
    return document;
  }
}
