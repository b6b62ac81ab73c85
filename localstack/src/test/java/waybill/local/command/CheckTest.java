package waybill.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.local.command.ContractFolder.NUMBER;
import static waybill.local.command.ContractFolder.TEXT;
import static waybill.local.command.Ran.waybill;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./waybill check} on folders. */
class CheckTest {
  private static final String OURS = Path.of("..", "contracts", "catalog").toString();
  private static final String WITH_ID =
      "{\"type\":\"object\",\"additionalProperties\":false,"
          + "\"properties\":{\"id\":{\"type\":\"string\"}},\"required\":[\"id\"]}";
  private static final String SAGA =
      "{\"owner\":\"%s\",\"summary\":\"One.\",\"begins\":\"a.asked/1\",\"steps\":[{\"name\":\"send\","
          + "\"command\":\"a.send/1\",\"with\":{\"/id\":\"%s\"},\"done\":[\"a.sent/1\"]}]}";

  @TempDir private Path temporary;
  private ContractFolder branch = new ContractFolder(Path.of(""));
  private ContractFolder main = new ContractFolder(Path.of(""));

  @BeforeEach
  void aBranchAndMain_withOneContract() {
    branch = new ContractFolder(temporary.resolve("branch"));
    main = new ContractFolder(temporary.resolve("main"));
    for (var each : new ContractFolder[] {branch, main})
      each.contract("a.b", "BACKWARD_TRANSITIVE").schema("a.b/1", TEXT);
  }

  @Test
  void ourOwnCatalog_isFine() {
    var ran = waybill("check", OURS);

    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("orders.order-placed/1 ", " ok, against the built-in catalog");
  }

  @Test
  void whatIsReleasedAndUnchanged_isFine() {
    assertThat(againstMain())
        .isEqualTo(new Ran(0, "a.b/1  ok\n\n1 ok, against " + main + "\n", ""));
  }

  @Test
  void aReleasedVersionThatChanged_isAnError() {
    branch.schema("a.b/1", NUMBER);

    var ran = againstMain();
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .isEqualTo("a.b/1  CHANGED, though it is released\n\n1 changed, against " + main + "\n");
  }

  @Test
  void theOrderOfKeys_isNoChange() {
    main.schema("a.b/1", "{\"type\":\"string\",\"title\":\"A\"}");
    branch.schema("a.b/1", "{\"title\":\"A\", \"type\":\"string\"}");

    assertThat(againstMain().code()).isZero();
  }

  @Test
  void aNewVersionThatKeepsIt_saysWithWhat() {
    branch.schema("a.b/2", TEXT);

    var ran = againstMain();
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("a.b/1  ok\na.b/2  ok, backward of 1\n");
  }

  @Test
  void aBreak_isShownWithRule_places_andWitness() {
    branch.schema("a.b/2", NUMBER);

    var ran = againstMain();
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .contains("a.b/2  BREAKS\n    not backward of 1: type, old ", ", new \"/type\"\n")
        .containsPattern("      1 accepts and this refuses \".*\"\n")
        .contains("1 ok, 1 breaks, against ");
  }

  @Test
  void aBreak_inJson_isOneDocument() {
    branch.schema("a.b/2", NUMBER);

    var ran = waybill("check", branch.toString(), "--against", main.toString(), "--json");
    assertThat(ran.code()).isEqualTo(1);
    var document = ran.document();
    assertThat(document.path("ok").isBoolean()).isTrue();
    assertThat(document.path("ok").asBoolean()).isFalse();
    var second = document.path("checked").path(1);
    assertThat(second.path("what").asText()).isEqualTo("a.b/2");
    assertThat(second.path("state").asText()).isEqualTo("breaks");
    var verdict = second.path("verdicts").path(0);
    assertThat(verdict.path("direction").asText()).isEqualTo("backward");
    assertThat(verdict.path("of").asInt()).isEqualTo(1);
    assertThat(verdict.path("verdict").asText()).isEqualTo("breaking");
    assertThat(verdict.path("breaks").path(0).path("witness").isTextual()).isTrue();
  }

  /** 1 is a text, 2 is anything, 3 is a text: so 3 breaks 2 backward, and 2 breaks 1 forward. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "NONE, ok, ok",
    "BACKWARD, ok, breaks",
    "BACKWARD_TRANSITIVE, ok, breaks",
    "FORWARD, breaks, ok",
    "FULL, breaks, breaks",
    "FULL_TRANSITIVE, breaks, breaks"
  })
  void theMode_saysWhatIsAsked(String mode, String second, String third) {
    branch.contract("a.b", mode).schema("a.b/2", "true").schema("a.b/3", NUMBER);

    var checked = inJson().path("checked");
    // The engine need not know all of it; what it knows must not be the opposite.
    assertThat(checked.path(1).path("state").asText()).isIn(second, "unknown");
    assertThat(checked.path(2).path("state").asText()).isIn(third, "unknown", "breaks");
  }

  @Test
  void transitively_allBeforeAreAsked_elseTheLastOnly() {
    branch.schema("a.b/2", TEXT).schema("a.b/3", TEXT);
    assertThat(againstMain().out()).contains("a.b/3  ok, backward of 2, backward of 1\n");

    branch.contract("a.b", "FULL");
    assertThat(againstMain().out()).contains("a.b/3  ok, backward of 2, forward of 2\n");
  }

  @Test
  void whatIsReleased_isNotJudgedAgain() {
    for (var each : new ContractFolder[] {branch, main}) each.schema("a.b/2", NUMBER);
    assertThat(againstMain().code()).isZero();
  }

  /** The built-in catalog may have been built from the very folder. */
  @Test
  void againstTheBuiltIn_everyVersionIsJudged() {
    branch.schema("a.b/2", NUMBER);
    assertThat(waybill("check", branch.toString()).out()).contains("a.b/2  BREAKS\n");
  }

  @Test
  void aNewVersion_isJudgedAgainstWhatIsReleased_notAgainstTheBranchsWord() {
    branch.schema("a.b/1", NUMBER).schema("a.b/2", NUMBER);
    assertThat(againstMain().out()).contains("a.b/1  CHANGED", "a.b/2  BREAKS");
  }

  @Test
  void examples_areWhatTheyAreNamed() {
    branch
        .with("a.b/v1/examples/valid/text.json", "\"a\"")
        .with("a.b/v1/examples/valid/number.json", "1")
        .with("a.b/v1/examples/valid/half.json", "{")
        .with("a.b/v1/examples/invalid/type@.json", "1")
        .with("a.b/v1/examples/invalid/minimum@.json", "2")
        .with("a.b/v1/examples/invalid/text.json", "\"a\"");

    var ran = againstMain();
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .startsWith(
            """
            a.b/1  REFUSED
                examples/valid/half.json ends too early at line 1, column 2
                examples/valid/number.json is not valid: type at '', must be a string
                examples/invalid/minimum@.json is not what its name says, but type@.json
                examples/invalid/text.json is valid
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.b/v2/schema.json    | {            | a.b/2  REFUSED\\n    schema.json ends too early at line 1, column 2
          a.b/v2/schema.json    | 12           | a.b/2  REFUSED\\n    schema.json# must be a schema
          a.b/v2/bridge.json    | {}           | a.b/2  REFUSED\\n    schema.json is not there
          a.b/v2.1/schema.json  | {}           | a.b    REFUSED\\n    v2.1 is not a version: v1, v2, …
          a.b/contract.json     | {}           | a.b  REFUSED\\n    contract.json needs kind, owner and summary
          a.b/contract.json     | {"kind":"event","owner":"c","summary":""} | a.b    REFUSED\\n    contract.json is of another owner than its name
          c.d/contract.json     | {}           | c.d    REFUSED\\n    has no version
          C/contract.json       | {}           | C      REFUSED\\n    is not named <owner>.<name>
          a.b/v2/schema.json    | {"$ref":"waybill:x.y/1"} | a.b/2  REFUSED\\n    schema.json#/$ref no such version to refer to
          services/a.json       | {"name":"a","provides":["a.b/1","a.b/7"]} | services/a  REFUSED\\n    services/a.json names a.b/7: in no catalog
          """)
  void aFileThatIsNotWhatItShouldBe_isNamed(String file, String text, String says) {
    branch.with(file, text);

    var ran = againstMain();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains(says.replace("\\n", "\n"));
  }

  @Test
  void aSaga_isCheckedAsItsRegistrationWouldCheckIt() {
    main.contract("a.asked", "event", "\"key\":\"/id\",\"readers\":[\"sagas\"]")
        .contract("a.send", "command", "\"senders\":[\"sagas\"]")
        .contract("a.sent", "reply", "\"senders\":[\"a\"]");
    for (var id : List.of("a.asked/1", "a.send/1", "a.sent/1")) main.schema(id, WITH_ID);
    branch.with("sagas/ship/v1.json", SAGA.formatted("a", "/input/id"));

    assertThat(againstMain().out()).contains("sagas/ship/1  ok, new\n");

    branch.with("sagas/ship/v2.json", SAGA.formatted("b", "/input/name"));
    assertThat(againstMain().code()).isEqualTo(1);
    assertThat(againstMain().out())
        .contains("sagas/ship/2  REFUSED\n    sagas/ship/v2.json#/steps/0/with/~1id ");

    branch.with("sagas/ship/v2.json", SAGA.formatted("b", "/input/id"));
    assertThat(againstMain().out())
        .contains(
            "    sagas/ship/v2.json#/begins a.asked/1 does not name b among its readers\n"
                + "    sagas/ship/v2.json#/steps/0/command a.send/1 does not name b among its"
                + " senders\n");
  }

  @Test
  void aReleasedSagaThatChanged_isAnError() {
    branch.with("sagas/ship/v1.json", SAGA.formatted("a", "/input/id"));
    main.with("sagas/ship/v1.json", SAGA.formatted("a", "/input/name"));

    assertThat(againstMain().out()).contains("sagas/ship/1  CHANGED, though it is released\n");
  }

  @Test
  void aReference_isJudgedWithWhatItNames() {
    var refers = "{\"$ref\":\"waybill:a.b/%d\"}";
    branch.schema("a.b/2", NUMBER).contract("c.d", "BACKWARD");
    branch.schema("c.d/1", refers.formatted(1)).schema("c.d/2", refers.formatted(2));

    assertThat(againstMain().out()).contains("c.d/1  ok, new\n", "c.d/2  BREAKS\n");
  }

  @Test
  void aReference_mayLeadIntoTheOtherCatalog() {
    main.contract("x.y", "BACKWARD").schema("x.y/1", TEXT);
    branch.contract("c.d", "BACKWARD").schema("c.d/1", "{\"$ref\":\"waybill:x.y/1\"}");
    branch.with("c.d/v1/examples/valid/text.json", "\"a\"");

    assertThat(againstMain().out()).contains("c.d/1  ok, new\n");
  }

  @Test
  void aBreak_overABridgeThatHolds_isFine() {
    branch.schema("a.b/2", NUMBER).with("a.b/v2/bridge.json", "{\"up\":\"1\",\"down\":\"'1'\"}");
    branch.schema("a.b/3", NUMBER);

    var ran = againstMain();
    assertThat(ran.out())
        .startsWith(
            """
            a.b/1  ok
            a.b/2  ok, backward of 1 over bridges
            a.b/3  ok, backward of 2, backward of 1 over bridges
            """);
    assertThat(ran.code()).isZero();
    main.schema("a.b/2", NUMBER).with("a.b/v2/bridge.json", "{\"up\":\"1\",\"down\":\"'1'\"}");
    assertThat(againstMain().out())
        .contains("a.b/3  ok, backward of 2, backward of 1 over bridges");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"up":"1","down":"1"}   | bridge.json down:
          {"up":"'a'","down":"'1'"} | bridge.json up: ""
          {"up":"(","down":"'1'"} | bridge.json up: no JSONata expression
          {"up":"$now()","down":"'1'"} | bridge.json up: $now is not allowed
          {"up":"1"}              | bridge.json a.b/2 has a bridge without up or down
          {                       | bridge.json ends too early
          """)
  void aBridgeThatDoesNotHold_isAnError(String bridge, String says) {
    branch.schema("a.b/2", NUMBER).with("a.b/v2/bridge.json", bridge);

    var ran = againstMain();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("a.b/2  REFUSED", says);
  }

  @Test
  void anExpressionThatRunsAway_isRefused() {
    branch.schema("a.b/2", "{\"type\":\"string\",\"pattern\":\"^(a+)+$\"}");
    assertThat(againstMain().out()).contains("a.b/2  REFUSED\n    schema.json#/pattern ");
  }

  @Test
  void aFolderWithoutContracts_isAMistake() {
    assertThat(waybill("check", main + "/nowhere"))
        .isEqualTo(new Ran(2, "", "waybill: " + main + "/nowhere is not a folder\n"));
    assertThat(waybill("check", main + "/a.b"))
        .extracting(Ran::code, Ran::err)
        .containsExactly(
            2, "waybill: " + main + "/a.b holds no contract: <owner>.<name>/contract.json\n");
    assertThat(waybill("check", branch.toString(), "--against", "nowhere").err())
        .isEqualTo("waybill: nowhere is neither a folder nor a URL\n");
  }

  private Ran againstMain() {
    return waybill("check", branch.toString(), "--against", main.toString());
  }

  private com.fasterxml.jackson.databind.JsonNode inJson() {
    return waybill("check", branch.toString(), "--against", main.toString(), "--json").document();
  }
}
