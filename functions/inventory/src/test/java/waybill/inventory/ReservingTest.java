package waybill.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.inventory.InventoryContracts.STOCK_REFUSED;
import static waybill.contracts.inventory.InventoryContracts.STOCK_RESERVED;
import static waybill.contracts.inventory.StockRefusal.MIXED_CURRENCIES;
import static waybill.contracts.inventory.StockRefusal.OUT_OF_STOCK;
import static waybill.contracts.inventory.StockRefusal.TOO_MUCH;
import static waybill.contracts.inventory.StockRefusal.UNKNOWN_SKU;
import static waybill.inventory.Warehouse.eur;
import static waybill.inventory.Warehouse.line;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waybill.contracts.inventory.PricedLine;
import waybill.contracts.inventory.StockLine;
import waybill.contracts.inventory.StockRefused;
import waybill.contracts.inventory.StockReserved;
import waybill.contracts.payments.Money;

/** What can be had together, and why not. */
class ReservingTest {
  private final Warehouse shop = new Warehouse().with("tea", 10).with("cup", 6, eur(150));

  @Test
  void whatIsThere_isSetAside_atThePricesOfThatMoment() {
    shop.hears(shop.reserve("o1", line("tea", 1), line("cup", 6)));
    assertThat(reserved("o1"))
        .isEqualTo(
            new StockReserved(
                "o1",
                List.of(new PricedLine("tea", 1, eur(420)), new PricedLine("cup", 6, eur(150))),
                eur(1320)));
    assertThat(shop.stock("tea")).contains(new Stock("tea", eur(420), 9, 1));
    assertThat(shop.stock("cup")).contains(new Stock("cup", eur(150), 0, 6));
  }

  @Test
  void linesOfOneArticle_areAddedUp() {
    shop.hears(shop.reserve("o1", line("tea", 4), line("cup", 1), line("tea", 6)));
    assertThat(reserved("o1").lines())
        .containsExactly(new PricedLine("tea", 10, eur(420)), new PricedLine("cup", 1, eur(150)));
  }

  @Test
  void linesOfOneArticle_thatAreTooManyTogether_areRefused() {
    shop.hears(shop.reserve("o1", line("tea", 6), line("tea", 5)));
    assertThat(refused("o1"))
        .isEqualTo(new StockRefused("o1", OUT_OF_STOCK, "Only 10 of tea are left."));
  }

  @Test
  void whereOneArticleIsShort_noneIsSetAside() {
    shop.hears(shop.reserve("o1", line("tea", 1), line("cup", 7)));
    assertThat(refused("o1").reason()).isEqualTo(OUT_OF_STOCK);
    assertThat(shop.stock("tea")).contains(new Stock("tea", eur(420), 10, 0));
  }

  @ParameterizedTest
  @CsvSource({"2, Only 2 of pot are left.", "1, Only 1 of pot is left.", "0, pot is sold out."})
  void aShortage_isToldInASentence(int left, String sentence) {
    shop.with("pot", left).hears(shop.reserve("o1", line("pot", 3)));
    assertThat(refused("o1").says()).isEqualTo(sentence);
  }

  @Test
  void anUnknownArticle_isRefusedByName() {
    shop.hears(shop.reserve("o1", line("tea", 1), line("coffee", 1)));
    assertThat(refused("o1"))
        .isEqualTo(new StockRefused("o1", UNKNOWN_SKU, "There is no article called coffee."));
    assertThat(shop.reserved("tea")).isZero();
  }

  @Test
  void articlesOfSeveralCurrencies_areRefused() {
    shop.with("koji", 5, new Money(900, "JPY"));
    shop.hears(shop.reserve("o1", line("tea", 1), line("koji", 1)));
    assertThat(refused("o1").reason()).isEqualTo(MIXED_CURRENCIES);
  }

  @Test
  void aChangedPrice_countsForWhoComesLater() {
    shop.hears(shop.reserve("o1", line("tea", 1)));
    shop.with("tea", 10, eur(500)).hears(shop.reserve("o2", line("tea", 1)));
    assertThat(reserved("o1").total()).isEqualTo(eur(420));
    assertThat(reserved("o2").total()).isEqualTo(eur(500));
  }

  @Test
  void asManyArticlesAsOneCommitHolds_areSetAside() {
    shop.hears(shop.reserve("o1", articles(Basket.ARTICLES_MAX)));
    assertThat(reserved("o1").lines()).hasSize(Basket.ARTICLES_MAX);
  }

  @Test
  void moreArticlesThanOneCommitHolds_areRefused() {
    shop.hears(shop.reserve("o1", articles(Basket.ARTICLES_MAX + 1)));
    assertThat(refused("o1").reason()).isEqualTo(TOO_MUCH);
    assertThat(shop.reserved("sku-1")).isZero();
  }

  @Test
  void aHundredLinesOfOneArticle_areOneArticle() {
    shop.with("tea", 200);
    StockLine[] lines =
        IntStream.range(0, 100).mapToObj(n -> line("tea", 2)).toArray(StockLine[]::new);
    shop.hears(shop.reserve("o1", lines));
    assertThat(reserved("o1").total()).isEqualTo(eur(84_000));
  }

  @Test
  void theMostThatAMoneyCanName_isSetAside_andNotOneCentMore() {
    shop.with("ship", 3, eur(Money.AMOUNT_MAX)).with("nail", 9, eur(1));
    shop.hears(shop.reserve("o1", line("ship", 1)));
    shop.hears(shop.reserve("o2", line("ship", 1), line("nail", 1)));
    assertThat(reserved("o1").total()).isEqualTo(eur(Money.AMOUNT_MAX));
    assertThat(refused("o2").reason()).isEqualTo(TOO_MUCH);
  }

  @Test
  void theMostThatACommandCanAskFor_isTooMuch_andDoesNotOverflow() {
    shop.with("ship", 1_000_000_000, eur(Money.AMOUNT_MAX));
    StockLine[] lines =
        IntStream.range(0, 100).mapToObj(n -> line("ship", 9_999)).toArray(StockLine[]::new);
    shop.hears(shop.reserve("o1", lines));
    assertThat(refused("o1").reason()).isEqualTo(TOO_MUCH);
  }

  private StockLine[] articles(int different) {
    for (int n = 1; n <= different; n++) shop.with("sku-" + n, 3);
    return IntStream.rangeClosed(1, different)
        .mapToObj(n -> line("sku-" + n, 2))
        .toArray(StockLine[]::new);
  }

  private StockReserved reserved(String id) {
    return shop.inventory.said(id, STOCK_RESERVED);
  }

  private StockRefused refused(String id) {
    return shop.inventory.said(id, STOCK_REFUSED);
  }
}
