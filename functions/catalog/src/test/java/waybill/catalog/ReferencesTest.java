package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Archive.SHOP;
import static waybill.catalog.Archive.TEXT;

import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.kit.http.HttpTesting.Answered;

/** Schemas that are made with other versions. */
class ReferencesTest {
  private static final String BASKET = "{\"items\":{\"$ref\":\"waybill:shop.line/1\"}}";

  private final Archive archive = new Archive().with("shop.line", TEXT);

  @Test
  void reference_isBundled_whenItIsFrozen() {
    archive.with("shop.basket", BASKET);
    Answered shown = archive.get("/contracts/shop.basket/versions/1");
    assertThat(shown.body().path("schema"))
        .isEqualTo(
            Json.parse(
                "{\"items\":{\"$ref\":\"#/$defs/shop.line@1\"},"
                    + "\"$defs\":{\"shop.line@1\":{\"type\":\"string\"}}}"));
    assertThat(shown.text("/references/0")).isEqualTo("shop.line/1");
    assertThat(check("[\"tea\"]")).isEqualTo("true");
    assertThat(check("[7]")).isEqualTo("false");
  }

  @Test
  void whatWasBundled_isTheSameVersion_whenItIsSentBack() {
    archive.with("shop.basket", BASKET);
    String bundled =
        Json.write(archive.get("/contracts/shop.basket/versions/1").body().path("schema"));
    assertThat(archive.register("shop.basket", bundled).status()).isEqualTo(200);
  }

  @Test
  void referenceToWhatIsBuiltIn_leadsThere() {
    archive.with("shop.friends", "{\"items\":{\"$ref\":\"waybill:users.user-list/1\"}}");
    assertThat(archive.get("/contracts/users.user-list/versions/1/referenced-by").body())
        .isEqualTo(Json.parse("{\"items\":[\"shop.friends/1\"]}"));
    assertThat(archive.get("/contracts/users.user/versions/1/referenced-by").text("/items/0"))
        .isEqualTo("users.user-list/1");
  }

  @Test
  void referenceToNothing_isRefusedAtItsPointer() {
    archive.define("shop.basket", "type");
    for (String none : new String[] {"shop.line/2", "shop.basket/1", "shop.none/1", "x", ""})
      assertThat(
              archive
                  .register("shop.basket", "{\"items\":{\"$ref\":\"waybill:" + none + "\"}}")
                  .refusal())
          .isEqualTo("422 bad-reference /schema/items/$ref");
    assertThat(archive.items("version")).isEqualTo(1);
  }

  @Test
  void contract_mayReferToItsOwnEarlierVersions() {
    archive.register("shop.line", "{\"not\":{\"$ref\":\"waybill:shop.line/1\"}}");
    assertThat(archive.get("/contracts/shop.line/versions/1/referenced-by").text("/items/0"))
        .isEqualTo("shop.line/2");
  }

  @Test
  void version_isNotRetired_whileItIsReferredTo() {
    archive.with("shop.basket", BASKET);
    Answered refused = archive.as(SHOP).delete("/contracts/shop.line/versions/1");
    assertThat(refused.refusal()).isEqualTo("409 version-in-use");
    assertThat(refused.text("/referenced_by/0")).isEqualTo("shop.basket/1");
    assertThat(archive.as(SHOP).delete("/contracts/shop.basket/versions/1").status())
        .isEqualTo(200);
    assertThat(archive.as(SHOP).delete("/contracts/shop.line/versions/1").status()).isEqualTo(200);
  }

  @Test
  void retiredVersion_isNotReferredToAnyMore() {
    archive.as(SHOP).delete("/contracts/shop.line/versions/1");
    archive.define("shop.basket", "type");
    assertThat(archive.register("shop.basket", BASKET).refusal())
        .isEqualTo("422 bad-reference /schema/items/$ref");
  }

  private String check(String document) {
    return archive
        .as(SHOP)
        .post("/contracts/shop.basket/versions/1/check", document)
        .text("/valid");
  }
}
