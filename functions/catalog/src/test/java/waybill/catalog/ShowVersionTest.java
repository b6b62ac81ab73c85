package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Archive.INTEGER;
import static waybill.catalog.Archive.SHOP;
import static waybill.catalog.Archive.STRANGER;
import static waybill.catalog.Archive.TEXT;

import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Canonical;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.kit.http.HttpTesting.Answered;

/** What can be asked about a version. */
class ShowVersionTest {
  private static final String PATH = "/contracts/shop.basket/versions/";

  private final Archive archive = new Archive().with("shop.basket", TEXT, INTEGER);

  @Test
  void version_isShownWithItsContent_forEver() {
    Answered shown = archive.get(PATH + "1");
    assertThat(shown.text("/number")).isEqualTo("1");
    assertThat(shown.body().path("schema")).isEqualTo(Json.parse(TEXT));
    assertThat(shown.header("etag")).isEqualTo('"' + Canonical.hash(Json.parse(TEXT)) + '"');
    assertThat(shown.header("cache-control")).isEqualTo("private, max-age=31536000, immutable");
    assertThat(shown.headers()).doesNotContainKeys("deprecation", "sunset");
  }

  @Test
  void latest_isTheNewest_forAMoment() {
    Answered shown = archive.get(PATH + "latest");
    assertThat(shown.text("/number")).isEqualTo("2");
    assertThat(shown.header("cache-control")).isEqualTo("private, max-age=10");
    assertThat(shown.header("etag")).isEqualTo(archive.get(PATH + "2").header("etag"));
  }

  @Test
  void whoHasIt_isNotSentItAgain() {
    String tag = archive.get(PATH + "1").header("etag");
    for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
      Answered answered = archive.as(STRANGER).with("if-none-match", known).get(PATH + "1");
      assertThat(answered.status()).isEqualTo(304);
      assertThat(answered.body().isMissingNode()).isTrue();
      assertThat(answered.header("etag")).isEqualTo(tag);
      assertThat(answered.header("cache-control")).contains("immutable");
    }
    assertThat(archive.as(STRANGER).with("if-none-match", tag).get(PATH + "2").status())
        .isEqualTo(200);
  }

  @Test
  void builtInVersion_isShownBundled() {
    Answered shown = archive.get("/contracts/users.user-list/versions/1");
    assertThat(shown.text("/references/0")).isEqualTo("users.user/1");
    assertThat(shown.text("/schema/properties/items/items/$ref")).isEqualTo("#/$defs/users.user@1");
    assertThat(shown.body().at("/schema/$defs/users.user@1/type").asText()).isEqualTo("object");
  }

  @Test
  void unknownVersion_isNotFound() {
    for (String none : List.of("3", "0", "-1", "01", "x", "99999999999", "latest%2F.."))
      assertThat(archive.get(PATH + none).refusal()).isEqualTo("404 not-found");
    archive.define("shop.empty", "type");
    assertThat(archive.get("/contracts/shop.empty/versions/latest").status()).isEqualTo(404);
  }

  @Test
  void document_isChecked_asAtTheEdge() {
    assertThat(check(PATH + "1/check", "\"tea\"").body())
        .isEqualTo(Json.parse("{\"valid\":true,\"violations\":[]}"));
    assertThat(check(PATH + "latest/check", "null").text("/violations/0/rule")).isEqualTo("type");
    Answered built = check("/contracts/users.register-user/versions/1/check", "{\"email\":\"x\"}");
    assertThat(built.body().path("violations").findValuesAsText("pointer"))
        .containsExactly("/email", "/name");
    assertThat(check(PATH + "1/check", "{").refusal()).isEqualTo("400 malformed");
  }

  @Test
  void examples_areTheGivenOnes_orMade() {
    ContractId user = ContractId.parse("users.user/1");
    Answered given = archive.get("/contracts/users.user/versions/1/examples");
    assertThat(given.text("/given")).isEqualTo("true");
    assertThat(given.body().path("items")).isNotEmpty();
    given
        .body()
        .path("items")
        .forEach(one -> assertThat(Catalog.builtIn().check(user, one)).isEmpty());
    Answered made = archive.get(PATH + "1/examples");
    assertThat(made.text("/given")).isEqualTo("false");
    made.body().path("items").forEach(one -> assertThat(one.isTextual()).isTrue());
  }

  @Test
  void diff_saysWhatChanged_andWhatThatBreaks() {
    Answered diff = archive.get(PATH + "1/diff/2");
    assertThat(diff.text("/backward/verdict")).isEqualTo("breaking");
    assertThat(diff.body().at("/backward/breaks/0/witness").isTextual()).isTrue();
    assertThat(diff.body().at("/forward/breaks/0/witness").isNumber()).isTrue();
    assertThat(diff.body().path("changes"))
        .isEqualTo(Json.parse("[{\"change\":\"changed\",\"pointer\":\"/type\"}]"));
    assertThat(archive.get(PATH + "1/diff/1").text("/backward/verdict")).isEqualTo("compatible");
    assertThat(archive.get(PATH + "1/diff/3").refusal()).isEqualTo("404 not-found");
  }

  private Answered check(String path, String document) {
    return archive.as(SHOP).post(path, document);
  }
}
