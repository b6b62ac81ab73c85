package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Archive.INTEGER;
import static waybill.catalog.Archive.MEMBER;
import static waybill.catalog.Archive.OPERATOR;
import static waybill.catalog.Archive.SHOP;
import static waybill.catalog.Archive.STRANGER;
import static waybill.catalog.Archive.TEXT;
import static waybill.catalog.Archive.schema;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Canonical;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.verdict.Verdict;
import waybill.kit.commit.Key;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.Given;

/** {@code POST /contracts/{name}/versions}. */
class RegisterVersionTest {
  private final Archive archive = new Archive();

  @BeforeEach
  void define() {
    archive.define("shop.basket", "event", "BACKWARD");
  }

  @Test
  void firstVersion_isCreated_underNumberOne() {
    Answered created = archive.register("shop.basket", TEXT);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo("/contracts/shop.basket/versions/1");
    assertThat(created.text("/number")).isEqualTo("1");
    assertThat(created.text("/hash")).isEqualTo(Canonical.hash(Json.parse(TEXT)));
    assertThat(archive.get("/contracts/shop.basket/versions/1").body().path("schema"))
        .isEqualTo(Json.parse(TEXT));
  }

  @Test
  void version_isSaid_withItsSchema() {
    Answered created = archive.register("shop.basket", TEXT);
    Message said = archive.lastSaid();
    assertThat(created.messages()).containsExactly("catalog~shop.basket~2");
    assertThat(said.contract()).hasToString("catalog.version-registered/1");
    assertThat(said.data().path("schema")).isEqualTo(Json.parse(TEXT));
    assertThat(Given.CATALOG.check(said.contract(), said.data())).isEmpty();
  }

  @Test
  void sameContentAgain_isTheSameVersion_howeverItIsWritten() {
    archive.register("shop.basket", "{\"type\":\"string\",\"maxLength\":10}");
    Answered again =
        archive.register("shop.basket", "{ \"maxLength\": 10.0, \"type\":\"string\" }");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/number")).isEqualTo("1");
    assertThat(again.messages()).isEmpty();
    assertThat(archive.items("version")).isEqualTo(1);
  }

  @Test
  void breakingVersion_isRefused_withItsWitness() {
    archive.register("shop.basket", TEXT);
    Answered refused = archive.register("shop.basket", INTEGER);
    assertThat(refused.refusal()).isEqualTo("409 breaking-version");
    assertThat(refused.text("/verdict")).isEqualTo("breaking");
    assertThat(refused.text("/versions/0/version")).isEqualTo("1");
    assertThat(refused.text("/versions/0/direction")).isEqualTo("backward");
    assertThat(refused.body().at("/versions/0/breaks/0/witness").isTextual()).isTrue();
    assertThat(archive.items("version")).isEqualTo(1);
    assertThat(archive.said()).hasSize(2);
  }

  @Test
  void whatIsNotProved_isRefusedToo() {
    Archive unsure = new Archive((from, to) -> Verdict.unknown("too deep"));
    unsure.define("shop.basket", "event");
    unsure.register("shop.basket", TEXT);
    Answered refused = unsure.register("shop.basket", INTEGER);
    assertThat(refused.refusal()).isEqualTo("409 breaking-version");
    assertThat(refused.text("/versions/0/reason")).isEqualTo("too deep");
  }

  @Test
  void contractThatPromisesNothing_takesAll() {
    archive.define("shop.basket", "event", "NONE");
    archive.register("shop.basket", TEXT);
    archive.used("orders", "shop.basket/1");
    assertThat(archive.register("shop.basket", INTEGER).text("/number")).isEqualTo("2");
  }

  @Test
  void version_thatBreaksItsReader_isRefused_alsoWhereTheModeAsksForNothingOfIt() {
    archive.register("shop.basket", TEXT);
    archive.used("orders", "shop.basket/1");
    Answered refused = archive.register("shop.basket", "{\"type\":[\"string\",\"integer\"]}");
    assertThat(refused.refusal()).isEqualTo("409 breaking-version");
    assertThat(refused.text("/users/0/service")).isEqualTo("orders");
    assertThat(refused.text("/users/0/role")).isEqualTo("reader");
    assertThat(refused.body().at("/users/0/witness").isNumber()).isTrue();
  }

  @Test
  void whatIsNoSchema_isRefusedAtItsPointer() {
    assertThat(archive.as(SHOP).post("/contracts/shop.basket/versions", schema("7")).refusal())
        .isEqualTo("422 contract-violation /schema");
    assertThat(archive.register("shop.basket", "{\"$ref\":\"#/$defs/none\"}").refusal())
        .startsWith("422 not-a-schema /schema");
  }

  @Test
  void examples_mustBeValid() {
    String path = "/contracts/shop.basket/versions";
    assertThat(
            archive
                .as(SHOP)
                .post(path, "{\"schema\":" + TEXT + ",\"examples\":[\"a\",7,null]}")
                .refusal())
        .isEqualTo("422 bad-example /examples/1 /examples/2");
    assertThat(
            archive.as(SHOP).post(path, "{\"schema\":" + TEXT + ",\"examples\":[\"a\"]}").status())
        .isEqualTo(201);
    assertThat(archive.get(path + "/1/examples").body())
        .isEqualTo(Json.parse("{\"given\":true,\"items\":[\"a\"]}"));
  }

  @Test
  void versionOfAnothersContract_isForbidden() {
    for (Caller other : List.of(STRANGER, MEMBER))
      assertThat(archive.as(other).post("/contracts/shop.basket/versions", schema(TEXT)).refusal())
          .isEqualTo("403 forbidden");
    assertThat(archive.as(OPERATOR).post("/contracts/shop.basket/versions", schema(TEXT)).status())
        .isEqualTo(201);
  }

  @Test
  void versionOfNoContract_isNotFound() {
    assertThat(archive.register("shop.none", TEXT).refusal()).isEqualTo("404 not-found");
  }

  @Test
  void repeatedRequest_isAnsweredAsTheFirst_andDoneOnce() {
    Answered first = keyed(TEXT);
    Answered again = keyed(TEXT);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(archive.items("version")).isEqualTo(1);
    assertThat(keyed(INTEGER).refusal()).isEqualTo("422 idempotency-key-reused");
  }

  @Test
  void builtInContract_takesNoVersion() {
    assertThat(archive.as(OPERATOR).post("/contracts/users.user/versions", schema(TEXT)).refusal())
        .isEqualTo("409 built-in-contract");
  }

  @Test
  void contract_hasABoundedNumberOfVersions() {
    archive.define("shop.basket", "event", "NONE");
    for (int n = 0; n < Defined.VERSIONS_MAX; n++) {
      archive.register("shop.basket", "{\"title\":\"" + n + "\"}");
      clear();
    }
    assertThat(archive.register("shop.basket", TEXT).refusal()).isEqualTo("409 contract-full");
  }

  /** As the exchange reports what it has routed; what is unsent is bounded too. */
  private void clear() {
    archive.table.clear(new Key("shop.basket", "item"), unsent -> true);
  }

  /** The change that is made most often, as the engine and the policy see it together. */
  @Test
  void optionalAddition_isTaken_andItsRiskIsShown() {
    String before = object("\"a\":{\"type\":\"string\"},\"in\":" + object(""));
    String after =
        object(
            "\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"},\"in\":"
                + object("\"c\":{\"type\":\"integer\"}"));
    archive.register("shop.basket", before);
    archive.used("orders", "shop.basket/1");
    Answered taken = archive.register("shop.basket", after);
    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.text("/versions/0/verdict")).isEqualTo("compatible");
    assertThat(taken.text("/versions/0/accepted/0/policy")).isEqualTo("open-additions");
    assertThat(taken.body().at("/versions/0/accepted/0/witness").isObject()).isTrue();
    assertThat(taken.text("/users/0/verdict")).isEqualTo("compatible");
    assertThat(archive.register("shop.basket", before).status()).isEqualTo(200);
  }

  @Test
  void requiredAddition_isRefused() {
    archive.register("shop.basket", object(""));
    String required = "{\"type\":\"object\",\"required\":[\"b\"],\"properties\":{\"b\":{}}}";
    Answered refused = archive.register("shop.basket", required);
    assertThat(refused.text("/verdict")).isEqualTo("breaking");
    assertThat(refused.text("/versions/0/breaks/0/keyword")).isEqualTo("required");
  }

  private static String object(String properties) {
    return "{\"type\":\"object\",\"properties\":{" + properties + "}}";
  }

  private Answered keyed(String schema) {
    return archive
        .as(SHOP)
        .with("idempotency-key", "k-1")
        .post("/contracts/shop.basket/versions", schema(schema));
  }
}
