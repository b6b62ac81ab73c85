package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Archive.INTEGER;
import static waybill.catalog.Archive.OPERATOR;
import static waybill.catalog.Archive.SHOP;
import static waybill.catalog.Archive.STRANGER;
import static waybill.catalog.Archive.TEXT;

import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Message;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.Given;

/** Deprecation and retirement. */
class EndOfAVersionTest {
  private static final String PATH = "/contracts/shop.basket/versions/";

  private final Archive archive = new Archive().with("shop.basket", TEXT, INTEGER);

  @Test
  void deprecation_isShown_andInTheHeadersOfTheVersion() {
    Answered deprecated = deprecate("2026-03-01");
    assertThat(deprecated.text("/versions/0/state")).isEqualTo("deprecated");
    assertThat(deprecated.text("/versions/0/sunset")).isEqualTo("2026-03-01");
    Answered shown = archive.get(PATH + "1");
    assertThat(shown.header("deprecation")).isEqualTo("@1767225600");
    assertThat(shown.header("sunset")).isEqualTo("Sun, 01 Mar 2026 00:00:00 GMT");
    assertThat(archive.get(PATH + "2").headers()).doesNotContainKey("deprecation");
  }

  @Test
  void deprecation_isSaid_onceForEachDay() {
    deprecate("2026-03-01");
    Message said = archive.lastSaid();
    assertThat(said.contract()).hasToString("catalog.version-deprecated/1");
    assertThat(Given.CATALOG.check(said.contract(), said.data())).isEmpty();
    assertThat(deprecate("2026-03-01").messages()).isEmpty();
    assertThat(deprecate("2026-04-01").messages()).hasSize(1);
  }

  @Test
  void dayThatCantBeMeant_isRefused() {
    for (String day : List.of("2025-12-31", "2026-02-30"))
      assertThat(deprecate(day).refusal()).isEqualTo("422 bad-date /sunset");
    assertThat(deprecate("soon").refusal()).isEqualTo("422 contract-violation /sunset");
  }

  @Test
  void retiredVersion_isReadable_butNotToBeUsed() {
    Answered retired = archive.as(SHOP).delete(PATH + "2");
    assertThat(retired.text("/versions/1/state")).isEqualTo("retired");
    assertThat(archive.lastSaid().contract()).hasToString("catalog.version-retired/1");
    assertThat(archive.get(PATH + "2").status()).isEqualTo(200);
    assertThat(archive.get(PATH + "2").headers()).containsKeys("deprecation", "sunset");
    assertThat(archive.as(SHOP).post(PATH + "2/check", "7").refusal())
        .isEqualTo("410 version-retired");
    assertThat(archive.get(PATH + "latest").text("/number")).isEqualTo("1");
  }

  @Test
  void numberOfARetiredVersion_isNotUsedAgain_norIsItsContent() {
    archive.as(SHOP).delete(PATH + "2");
    assertThat(archive.register("shop.basket", INTEGER).refusal()).isEqualTo("409 retired-content");
    assertThat(archive.register("shop.basket", "{\"type\":\"null\"}").text("/number"))
        .isEqualTo("3");
  }

  @Test
  void retiringAgain_changesNothing() {
    archive.as(SHOP).delete(PATH + "2");
    Answered again = archive.as(SHOP).delete(PATH + "2");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.messages()).isEmpty();
    assertThat(deprecate("2026-03-01").status()).isEqualTo(200);
    assertThat(
            archive.as(SHOP).post(PATH + "2/deprecation", "{\"sunset\":\"2026-03-01\"}").refusal())
        .isEqualTo("410 version-retired");
  }

  @Test
  void versionInUse_isNotRetired_andItsUsersAreNamed() {
    archive.used("orders", "shop.basket/1").used("sagas", "shop.basket/1");
    Answered refused = archive.as(SHOP).delete(PATH + "1");
    assertThat(refused.refusal()).isEqualTo("409 version-in-use");
    assertThat(refused.text("/consumers/0")).isEqualTo("orders");
    assertThat(refused.text("/detail")).contains("orders, sagas");
    assertThat(archive.as(SHOP).delete(PATH + "2").status()).isEqualTo(200);
  }

  @Test
  void retiredVersions_areJudgedAgainstNoMore() {
    archive.define("shop.basket", "type", "BACKWARD_TRANSITIVE");
    archive.as(SHOP).delete(PATH + "2");
    Answered judged = archive.judge("shop.basket", "{\"type\":[\"string\",\"null\"]}");
    assertThat(judged.body().path("versions")).hasSize(1);
  }

  @Test
  void end_isForTheOwner_andNotForWhatIsBuiltIn() {
    assertThat(archive.as(STRANGER).delete(PATH + "1").refusal()).isEqualTo("403 forbidden");
    assertThat(archive.as(OPERATOR).delete("/contracts/users.user/versions/1").refusal())
        .isEqualTo("409 built-in-contract");
    assertThat(archive.as(SHOP).delete(PATH + "7").refusal()).isEqualTo("404 not-found");
  }

  private Answered deprecate(String sunset) {
    return archive.as(SHOP).post(PATH + "1/deprecation", "{\"sunset\":\"" + sunset + "\"}");
  }
}
