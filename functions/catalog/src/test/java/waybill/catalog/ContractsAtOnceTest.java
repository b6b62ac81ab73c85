package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Archive.INTEGER;
import static waybill.catalog.Archive.SHOP;
import static waybill.catalog.Archive.TEXT;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.verdict.Judge;
import waybill.kit.commit.Table;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.RacedTable;

/** Two requests at once, one between another's read and its write. */
class ContractsAtOnceTest {
  private static final String BASKET = "{\"items\":{\"$ref\":\"waybill:shop.line/1\"}}";

  private final List<RacedTable> tables = new ArrayList<>();
  private final List<Answered> meanwhile = new ArrayList<>();
  private final Archive archive = new Archive(Judge.standard(), this::watched);

  @Test
  void twoVersions_haveTwoNumbers() {
    archive.with("shop.line");
    tables.get(0).by(() -> meanwhile.add(archive.register("shop.line", TEXT)));
    Answered later = archive.register("shop.line", INTEGER);
    assertThat(meanwhile.get(0).text("/number")).isEqualTo("1");
    assertThat(later.text("/number")).isEqualTo("2");
    assertThat(archive.items("version")).isEqualTo(2);
  }

  @Test
  void twoVersions_thatBreakEachOther_areNotBothTaken() {
    archive.define("shop.line", "event");
    tables.get(0).by(() -> meanwhile.add(archive.register("shop.line", TEXT)));
    assertThat(archive.register("shop.line", INTEGER).refusal()).isEqualTo("409 breaking-version");
    assertThat(meanwhile.get(0).status()).isEqualTo(201);
  }

  @Test
  void theSameVersionTwice_isOne() {
    archive.with("shop.line");
    tables.get(0).by(() -> meanwhile.add(archive.register("shop.line", TEXT)));
    assertThat(archive.register("shop.line", TEXT).status()).isEqualTo(200);
    assertThat(archive.items("version")).isEqualTo(1);
  }

  @Test
  void aVersion_isNotRetired_inTheMomentInWhichItIsReferredTo() {
    archive.with("shop.line", TEXT).with("shop.basket");
    tables.get(0).by(() -> meanwhile.add(archive.register("shop.basket", BASKET)));
    assertThat(archive.as(SHOP).delete("/contracts/shop.line/versions/1").refusal())
        .isEqualTo("409 version-in-use");
    assertThat(meanwhile.get(0).status()).isEqualTo(201);
  }

  @Test
  void aVersion_isNotReferredTo_inTheMomentInWhichItIsRetired() {
    archive.with("shop.line", TEXT).with("shop.basket");
    tables
        .get(0)
        .by(() -> meanwhile.add(archive.as(SHOP).delete("/contracts/shop.line/versions/1")));
    assertThat(archive.register("shop.basket", BASKET).refusal())
        .isEqualTo("422 bad-reference /schema/items/$ref");
    assertThat(meanwhile.get(0).status()).isEqualTo(200);
  }

  private Table watched(Table table) {
    tables.add(new RacedTable(table));
    return tables.get(0);
  }
}
