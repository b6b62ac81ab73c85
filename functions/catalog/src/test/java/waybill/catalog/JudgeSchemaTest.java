package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Archive.INTEGER;
import static waybill.catalog.Archive.STRANGER;
import static waybill.catalog.Archive.TEXT;

import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Canonical;
import waybill.contracts.Json;
import waybill.contracts.verdict.Break;
import waybill.contracts.verdict.Verdict;
import waybill.kit.http.HttpTesting.Answered;

/** {@code POST /contracts/{name}/compatibility}. */
class JudgeSchemaTest {
  private static final String EITHER = "{\"type\":[\"string\",\"integer\"]}";

  private final Archive archive = new Archive().with("shop.basket", TEXT);

  @Test
  void dryRun_saysWhatRegistrationWouldSay_andWritesNothing() {
    archive.define("shop.basket", "type", "BACKWARD");
    Answered judged = archive.judge("shop.basket", INTEGER);
    assertThat(judged.status()).isEqualTo(200);
    assertThat(judged.text("/verdict")).isEqualTo("breaking");
    assertThat(judged.text("/registers")).isEqualTo("false");
    assertThat(judged.text("/mode")).isEqualTo("BACKWARD");
    assertThat(judged.text("/policies/0")).isEqualTo("open-additions");
    assertThat(judged.text("/hash")).isEqualTo(Canonical.hash(Json.parse(INTEGER)));
    assertThat(judged.text("/versions/0/hash")).isEqualTo(Canonical.hash(Json.parse(TEXT)));
    assertThat(archive.items("version")).isEqualTo(1);
  }

  @Test
  void mode_mayBeAsked() {
    String asked = "{\"schema\":" + EITHER + ",\"mode\":\"FORWARD\"}";
    Answered forward = archive.as(STRANGER).post("/contracts/shop.basket/compatibility", asked);
    assertThat(forward.text("/mode")).isEqualTo("FORWARD");
    assertThat(forward.text("/versions/0/direction")).isEqualTo("forward");
    assertThat(forward.text("/versions/0/verdict")).isEqualTo("breaking");
    assertThat(archive.judge("shop.basket", EITHER).text("/registers")).isEqualTo("true");
  }

  @Test
  void builtInContract_isJudgedToo() {
    Answered judged = archive.judge("users.user", TEXT);
    assertThat(judged.text("/versions/0/verdict")).isIn("breaking", "unknown");
    assertThat(judged.text("/registers")).isEqualTo("false");
    assertThat(judged.text("/mode")).isEqualTo("BACKWARD_TRANSITIVE");
  }

  @Test
  void eachUser_isJudged_inTheDirectionOfItsRole() {
    archive.define("shop.said", "event", "NONE");
    archive.register("shop.said", TEXT);
    archive.define("shop.asked", "command", "NONE");
    archive.register("shop.asked", EITHER);
    archive.used("orders", "shop.said/1").used("orders", "shop.asked/1");
    Answered said = archive.judge("shop.said", EITHER);
    assertThat(said.text("/users/0/role")).isEqualTo("reader");
    assertThat(said.text("/users/0/verdict")).isEqualTo("breaking");
    assertThat(said.body().at("/users/0/witness").isNumber()).isTrue();
    Answered asked = archive.judge("shop.asked", TEXT);
    assertThat(asked.body().path("users")).hasSize(2);
    assertThat(asked.text("/users/0/service")).isEqualTo("orders");
    assertThat(asked.text("/users/0/role")).isEqualTo("sender");
    assertThat(asked.text("/users/1/service")).isEqualTo("sagas");
    assertThat(asked.body().at("/users/1/witness").isNumber()).isTrue();
  }

  @Test
  void policy_isShownWithItsRisk_andCanBeLeftOut() {
    var witness = Json.parse("{\"note\":7}");
    Break risk = new Break("type", null, "/properties/note/type", witness);
    Archive open =
        new Archive(
            (from, to) ->
                from.has("allOf") ? Verdict.compatible() : Verdict.breaking(List.of(risk)));
    open.define("shop.basket", "event", "BACKWARD");
    open.register("shop.basket", "{\"type\":\"object\"}");
    String more = "{\"type\":\"object\",\"properties\":{\"note\":{\"type\":\"string\"}}}";
    Answered judged = open.judge("shop.basket", more);
    assertThat(judged.text("/registers")).isEqualTo("true");
    assertThat(judged.body().at("/versions/0/accepted/0"))
        .isEqualTo(
            Json.parse(
                "{\"policy\":\"open-additions\",\"keyword\":\"type\","
                    + "\"pointer\":\"/properties/note/type\",\"witness\":{\"note\":7}}"));
    open.put(
        "shop.basket",
        "{\"kind\":\"event\",\"summary\":\"s\",\"compatibility\":\"BACKWARD\",\"policies\":[]}");
    assertThat(open.judge("shop.basket", more).text("/registers")).isEqualTo("false");
    assertThat(open.register("shop.basket", more).status()).isEqualTo(409);
  }

  @Test
  void unknownContract_isNotFound_andNoSchemaIsRefused() {
    assertThat(archive.judge("shop.none", TEXT).refusal()).isEqualTo("404 not-found");
    assertThat(archive.judge("shop.basket", "[]").refusal())
        .isEqualTo("422 contract-violation /schema");
  }
}
