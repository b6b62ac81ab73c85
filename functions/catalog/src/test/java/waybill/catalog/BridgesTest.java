package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Archive.SHOP;
import static waybill.catalog.Archive.STRANGER;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.Given;

/** A version that breaks registers if it brings translations that hold, up and down. */
class BridgesTest {
  private static final String NAME = closed("name");
  private static final String FULL_NAME = closed("full_name");
  private static final String WHO = closed("who");
  private static final String UP = "{'full_name': name}";
  private static final String DOWN = "{'name': full_name}";
  private static final String PATH = "/contracts/shop.guest/versions";

  private final Archive archive = new Archive();

  @BeforeEach
  void aContractWithAName() {
    archive.define("shop.guest", "event");
    assertThat(archive.register("shop.guest", NAME).status()).isEqualTo(201);
  }

  @Test
  void breakingVersion_registers_overABridgeThatHolds() {
    assertThat(archive.register("shop.guest", FULL_NAME).refusal())
        .isEqualTo("409 breaking-version");
    Answered created = bridged(FULL_NAME, UP, DOWN);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text("/bridged_from")).isEqualTo("1");
    assertThat(created.text("/versions/0/verdict")).isEqualTo("breaking");
    assertThat(created.text("/versions/0/bridged")).isEqualTo("true");
  }

  @Test
  void bridge_isShown_andSaid() {
    bridged(FULL_NAME, UP, DOWN);
    Answered version = archive.get(PATH + "/2");
    assertThat(version.text("/bridged_from")).isEqualTo("1");
    assertThat(version.text("/bridge/up")).isEqualTo(UP);
    assertThat(version.text("/bridge/down")).isEqualTo(DOWN);
    Message said = archive.lastSaid();
    assertThat(said.data().at("/bridged_from").asInt()).isEqualTo(1);
    assertThat(said.data().at("/bridge/up").asText()).isEqualTo(UP);
    assertThat(Given.CATALOG.check(said.contract(), said.data())).isEmpty();
    assertThat(archive.get(PATH + "/1").body().has("bridge")).isFalse();
  }

  @Test
  void bridgeThatLosesAField_isRefused_withTheDocumentThatShowsIt() {
    Answered refused = bridged(FULL_NAME, UP, "{}");
    assertThat(refused.refusal()).isEqualTo("409 broken-bridge");
    assertThat(refused.text("/counterexample/direction")).isEqualTo("down");
    assertThat(refused.body().at("/counterexample/document").has("full_name")).isTrue();
    assertThat(refused.body().at("/counterexample/translated")).isEqualTo(Json.object());
    assertThat(refused.text("/counterexample/violations/0/rule")).isEqualTo("required");
    assertThat(archive.items("version")).isEqualTo(1);
  }

  @Test
  void bridgeWithoutAnEnd_isRefused() {
    String endless = "( $f := function($x) { $f($x + 1) }; {'a': 1, 'full_name': $f(0)} )";
    Answered refused =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> bridged(FULL_NAME, endless, DOWN));
    assertThat(refused.refusal()).isEqualTo("409 broken-bridge");
    assertThat(refused.text("/counterexample/says")).isEqualTo("takes too long");
    assertThat(refused.body().path("counterexample").has("translated")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'full_name': | {'name': full_name} | 422 bad-bridge /bridge/up
          {'full_name': name} | ) | 422 bad-bridge /bridge/down
          {'full_name': $now()} | {'name': full_name} | 422 bad-bridge /bridge/up
          {'full_name': name} | {'name': $string($random())} | 422 bad-bridge /bridge/down
          {'full_name': $eval(name)} | {'name': full_name} | 422 bad-bridge /bridge/up
          {'full_name': $replace(name, /(a+)+$/, '')} | {'name': full_name} | 422 bad-bridge /bridge/up
          """)
  void whatIsNoTranslation_isRefusedAtItsPointer(String up, String down, String refusal) {
    assertThat(bridged(FULL_NAME, up, down).refusal()).isEqualTo(refusal);
    assertThat(judged(FULL_NAME, up, down).refusal()).isEqualTo(refusal);
    assertThat(archive.items("version")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"up\":\"$\"}", "{\"up\":7,\"down\":\"$\"}", "\"$\""})
  void whatIsNoBridge_isOutsideTheContract(String bridge) {
    String body = "{\"schema\":" + FULL_NAME + ",\"bridge\":" + bridge + "}";
    assertThat(archive.as(SHOP).post(PATH, body).refusal())
        .startsWith("422 contract-violation /bridge");
  }

  @Test
  void bridgeIsAsLongAsTheMessageAllows() {
    String long48k = "{\"title\":\"" + "x".repeat(Candidates.SCHEMA_BYTES_MAX - 100) + "\"}";
    String up = "'" + "x".repeat(200) + "'";
    assertThat(bridged(long48k, up, DOWN).refusal()).isEqualTo("422 schema-too-large /bridge");
  }

  @Test
  void firstVersion_hasNoBridge() {
    archive.define("shop.other", "event");
    Answered refused =
        archive.as(SHOP).post("/contracts/shop.other/versions", body(NAME, "$", "$"));
    assertThat(refused.refusal()).isEqualTo("422 bad-bridge /bridge");
  }

  @Test
  void compatibleVersion_mayHaveABridge_whichIsTriedAsWell() {
    String noted = NAME.replace("{\"name\"", "{\"note\":{\"type\":\"string\"},\"name\"");
    assertThat(bridged(noted, "$", "$").refusal()).isEqualTo("409 broken-bridge");
    assertThat(bridged(noted, "$", DOWN.replace("full_name", "name")).text("/bridged_from"))
        .isEqualTo("1");
  }

  @Test
  void examplesOfBothSides_goOverTheBridge() {
    String body =
        Json.write(
            Map.of(
                "schema",
                Json.parse(FULL_NAME),
                "bridge",
                Map.of("up", UP, "down", "full_name = 'Ada' ? {} : " + DOWN),
                "examples",
                List.of(Map.of("full_name", "Ada"))));
    Answered refused = archive.as(SHOP).post(PATH, body);
    assertThat(refused.refusal()).isEqualTo("409 broken-bridge");
    assertThat(refused.text("/counterexample/document/full_name")).isEqualTo("Ada");
  }

  @Test
  void olderVersions_areReachedFromBridgeToBridge() {
    bridged(FULL_NAME, UP, DOWN);
    Answered third = bridged(WHO, "{'who': full_name}", "{'full_name': who}");
    assertThat(third.status()).isEqualTo(201);
    assertThat(third.text("/bridged_from")).isEqualTo("2");
    assertThat(third.text("/versions/1/version")).isEqualTo("1");
    assertThat(third.text("/versions/1/bridged")).isEqualTo("true");
  }

  @Test
  void compatibleStep_andABridgeBehindIt_areAWay() {
    bridged(FULL_NAME, UP, DOWN);
    String wider = FULL_NAME.replace("\"string\"", "[\"string\",\"integer\"]");
    Answered third = archive.register("shop.guest", wider);
    assertThat(third.status()).isEqualTo(201);
    assertThat(third.text("/versions/1/verdict")).isEqualTo("breaking");
    assertThat(third.text("/versions/1/bridged")).isEqualTo("true");
    assertThat(third.body().has("bridged_from")).isFalse();
  }

  @Test
  void stepThatBreaks_isNoWay_whateverLiesBehindIt() {
    bridged(FULL_NAME, UP, DOWN);
    assertThat(archive.register("shop.guest", WHO).refusal()).isEqualTo("409 breaking-version");
    archive.define("shop.guest", "event", "NONE");
    assertThat(archive.register("shop.guest", WHO).status()).isEqualTo(201);
    archive.define("shop.guest", "event");
    Answered fourth = bridged(NAME.replace("name", "nom"), "{'nom': who}", "{'who': nom}");
    assertThat(fourth.refusal()).isEqualTo("409 breaking-version");
    assertThat(fourth.text("/versions/0/bridged")).isEqualTo("true");
    assertThat(fourth.text("/versions/1/bridged")).isEqualTo("false");
  }

  @Test
  void users_areLedOverTheBridgeToo() {
    archive.used("orders", "shop.guest/1");
    Answered created = bridged(FULL_NAME, UP, DOWN);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text("/users/0/verdict")).isEqualTo("breaking");
    assertThat(created.text("/users/0/bridged")).isEqualTo("true");
  }

  @Test
  void dryRun_saysWhatRegistrationWouldSay_andWritesNothing() {
    Answered holds = judged(FULL_NAME, UP, DOWN);
    assertThat(holds.text("/registers")).isEqualTo("true");
    assertThat(holds.text("/verdict")).isEqualTo("breaking");
    assertThat(holds.text("/bridged_from")).isEqualTo("1");
    Answered loses = judged(FULL_NAME, "{}", DOWN);
    assertThat(loses.status()).isEqualTo(200);
    assertThat(loses.text("/registers")).isEqualTo("false");
    assertThat(loses.text("/versions/0/bridged")).isEqualTo("false");
    assertThat(loses.text("/counterexample/direction")).isEqualTo("up");
    assertThat(archive.items("version")).isEqualTo(1);
  }

  @Test
  void sameContentAgain_isTheSameVersion_butNotWithAnotherBridge() {
    bridged(FULL_NAME, UP, DOWN);
    assertThat(bridged(FULL_NAME, UP, DOWN).text("/bridged_from")).isEqualTo("1");
    assertThat(archive.register("shop.guest", FULL_NAME).status()).isEqualTo(200);
    assertThat(bridged(FULL_NAME, UP, "{'name': 'x'}").refusal()).isEqualTo("409 bridge-fixed");
  }

  private Answered bridged(String schema, String up, String down) {
    return archive.as(SHOP).post(PATH, body(schema, up, down));
  }

  private Answered judged(String schema, String up, String down) {
    return archive.as(STRANGER).post("/contracts/shop.guest/compatibility", body(schema, up, down));
  }

  private static String body(String schema, String up, String down) {
    return Json.write(
        Map.of("schema", Json.parse(schema), "bridge", Map.of("up", up, "down", down)));
  }

  private static String closed(String property) {
    return ("{\"type\":\"object\",\"properties\":{\"%s\":{\"type\":\"string\"}},"
            + "\"required\":[\"%s\"],\"additionalProperties\":false}")
        .formatted(property, property);
  }
}
