package waybill.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.inventory.Warehouse.ADA;
import static waybill.inventory.Warehouse.OPERATOR;
import static waybill.inventory.Warehouse.eur;
import static waybill.inventory.Warehouse.line;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waybill.contracts.Json;
import waybill.kit.commit.Key;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;

/** {@code PUT} and {@code GET /stock/{sku}} through the whole edge. */
class StockTest {
  private final Warehouse shop = new Warehouse();

  @Test
  void anArticle_isCreated_andSaysWhereItIs() {
    Answered put = shop.put("tea", 10, eur(420));
    assertThat(put.status()).isEqualTo(201);
    assertThat(put.header("location")).isEqualTo("/stock/tea");
    assertThat(put.body())
        .isEqualTo(
            Json.parse(
                "{\"sku\":\"tea\",\"price\":{\"amount\":420,\"currency\":\"EUR\"},"
                    + "\"quantity\":10,\"reserved\":0}"));
    assertThat(shop.as(ADA).get("/stock/tea").body()).isEqualTo(put.body());
  }

  @Test
  void anArticleThatIsPutAgain_hasWhatIsPut_andWhatIsReservedStays() {
    shop.with("tea", 10).hears(shop.reserve("o1", line("tea", 4)));
    Answered put = shop.put("tea", 3, eur(500));
    assertThat(put.status()).isEqualTo(200);
    assertThat(shop.stock("tea")).contains(new Stock("tea", eur(500), 3, 4));
  }

  @Test
  void theSamePutAgain_changesNothing() {
    shop.with("tea", 10);
    long before = version();
    assertThat(shop.put("tea", 10, eur(420)).status()).isEqualTo(200);
    assertThat(version()).isEqualTo(before);
  }

  private long version() {
    return shop.inventory.table.read(Key.ofEntry("stock", "tea")).orElseThrow().version();
  }

  @Test
  void stock_isPutByOperatorsOnly() {
    for (Caller caller : new Caller[] {ADA, Caller.machine("till"), Caller.NOBODY})
      assertThat(shop.as(caller).put("/stock/tea", body("10")).refusal())
          .isEqualTo("403 forbidden");
    assertThat(shop.stock("tea")).isEmpty();
  }

  @Test
  void stock_isShownToWhoeverIsSignedIn_andToMachines() {
    shop.with("tea", 10);
    for (Caller caller : new Caller[] {ADA, OPERATOR, Caller.machine("till")})
      assertThat(shop.as(caller).get("/stock/tea").status()).isEqualTo(200);
    assertThat(shop.as(Caller.NOBODY).get("/stock/tea").refusal()).isEqualTo("403 forbidden");
  }

  @Test
  void anUnknownArticle_isNotFound() {
    assertThat(shop.as(ADA).get("/stock/tea").refusal()).isEqualTo("404 not-found");
    assertThat(shop.as(ADA).get("/stock/" + "x".repeat(65)).refusal()).isEqualTo("404 not-found");
  }

  @Test
  void aReservation_isNoArticle() {
    shop.with("tea", 10).hears(shop.reserve("o1", line("tea", 4)));
    assertThat(shop.as(ADA).get("/stock/o1").refusal()).isEqualTo("404 not-found");
  }

  @Test
  void whatNoArticleCanBeCalled_isRefused() {
    assertThat(shop.put("x".repeat(65), 1, eur(1)).refusal()).isEqualTo("422 bad-sku");
    assertThat(shop.put("x~y", 1, eur(1)).refusal()).isEqualTo("422 bad-sku");
  }

  @ParameterizedTest
  @CsvSource({"-1", "1000000001", "1.5", "\"ten\"", "null"})
  void aQuantityOutsideItsContract_isRefusedAtThePointer(String quantity) {
    assertThat(shop.as(OPERATOR).put("/stock/tea", body(quantity)).refusal())
        .isEqualTo("422 contract-violation /quantity");
  }

  private static String body(String quantity) {
    return "{\"price\":{\"amount\":420,\"currency\":\"EUR\"},\"quantity\":" + quantity + "}";
  }
}
