package waybill.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.inventory.InventoryContracts.RELEASE_STOCK;
import static waybill.contracts.inventory.InventoryContracts.RESERVE_STOCK;
import static waybill.contracts.inventory.InventoryContracts.STOCK_REFUSED;
import static waybill.contracts.inventory.InventoryContracts.STOCK_RESERVED;
import static waybill.contracts.inventory.StockRefusal.OUT_OF_STOCK;
import static waybill.inventory.Warehouse.eur;
import static waybill.inventory.Warehouse.line;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Message;
import waybill.contracts.inventory.ReleaseStock;
import waybill.contracts.inventory.ReserveStock;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.http.HttpTesting;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.RacedTable;

/** Somebody else is faster, between what was read and what is written. */
@BooksBalance
class RaceTest {
  private final Warehouse shop = new Warehouse().with("tea", 10);
  private final RacedTable raced = new RacedTable(shop.inventory.table);

  @Test
  void row35_ofTwoBuyersOfTheLastOne_theSlowerIsRefused() {
    shop.with("tea", 1);
    Message first = shop.reserve("o1", line("tea", 1));
    Message second = shop.reserve("o2", line("tea", 1));
    raced.by(() -> shop.hears(first));

    assertThat(shop.inventory.hears(raced, second)).isTrue();

    assertThat(shop.inventory.said("o1", STOCK_RESERVED).lines()).hasSize(1);
    assertThat(shop.inventory.said("o2", STOCK_REFUSED).reason()).isEqualTo(OUT_OF_STOCK);
  }

  @Test
  void row35_aPriceThatChangesMeanwhile_isTheOneThatCounts() {
    raced.by(() -> shop.with("tea", 10, eur(500)));

    assertThat(shop.inventory.hears(raced, shop.reserve("o1", line("tea", 2)))).isTrue();

    assertThat(shop.inventory.said("o1", STOCK_RESERVED).total()).isEqualTo(eur(1_000));
    assertThat(shop.stock("tea")).contains(new Stock("tea", eur(500), 8, 2));
  }

  @Test
  void row28_twoCopiesOfOneCommand_reserveOnce() {
    Message reserve = shop.reserve("o1", line("tea", 4));
    raced.by(() -> shop.hears(reserve));

    assertThat(shop.inventory.hears(raced, reserve)).isTrue();

    assertThat(shop.inventory.saidAbout("o1")).hasSize(1);
    assertThat(shop.reserved("tea")).isEqualTo(4);
  }

  @Test
  void row28_twoCommandsForOneReservation_reserveOnce_andAreBothAnswered() {
    Message one = shop.reserve("o1", line("tea", 4));
    Message other =
        shop.inventory.next("twin", RESERVE_STOCK, new ReserveStock("o1", List.of(line("tea", 4))));
    raced.by(() -> shop.hears(other));

    assertThat(shop.inventory.hears(raced, one)).isTrue();

    assertThat(shop.inventory.saidAbout("o1"))
        .extracting(Message::causation)
        .containsExactly("sagas~twin~1", "sagas~o1~1");
    assertThat(shop.reserved("tea")).isEqualTo(4);
  }

  @Test
  void row35_whoPutsStockInARushOfBuyers_getsItsTurn() {
    shop.put("rush", 100, eur(420));
    for (int n = 1; n < Limits.PATIENT_DECISIONS_MAX; n++) isOvertakenBy("b" + n);

    assertThat(putsRaced().status()).isEqualTo(200);

    assertThat(shop.stock("rush"))
        .contains(new Stock("rush", eur(500), 1_000, Limits.PATIENT_DECISIONS_MAX - 1));
  }

  @Test
  void row35_whoPutsStockInARushThatDoesNotEnd_isToldInTimeToComeAgain() {
    shop.put("rush", 100, eur(420));
    Instant began = shop.inventory.clock.instant();
    for (int n = 1; n < Limits.PATIENT_DECISIONS_MAX; n++) isOvertakenBy("b" + n);
    for (int n = 1; n < Limits.PATIENT_DECISIONS_MAX; n++)
      raced.afterWriteBy(() -> shop.inventory.clock.pass(Duration.ofSeconds(1)));

    Answered answer = putsRaced();

    assertThat(answer.refusal()).isEqualTo("503 busy");
    assertThat(answer.header("retry-after")).isEqualTo("1");
    assertThat(Duration.between(began, shop.inventory.clock.instant()))
        .isLessThan(Limits.ANSWER_MAX);
    assertThat(shop.stock("rush").map(Stock::price)).as("nothing was changed").contains(eur(420));
  }

  private void isOvertakenBy(String buyer) {
    raced.by(() -> shop.hears(shop.reserve(buyer, line("rush", 1))));
  }

  private Answered putsRaced() {
    Service seen = shop.inventory.service.over(raced);
    return new HttpTesting(seen, new InventoryApi(seen.rows()).routes())
        .as(Warehouse.OPERATOR)
        .put("/stock/rush", "{\"price\":{\"amount\":500,\"currency\":\"EUR\"},\"quantity\":1000}");
  }

  @Test
  void row28_aReleaseAndAConfirmationAtOnce_haveOneWinner() {
    shop.hears(shop.reserve("o1", line("tea", 4)));
    Message confirm = shop.confirm("o1");
    Message release = shop.inventory.next("undo", RELEASE_STOCK, new ReleaseStock("o1"));
    raced.by(() -> shop.hears(release));

    assertThat(shop.inventory.hears(raced, confirm)).isTrue();

    assertThat(shop.stock("tea")).contains(new Stock("tea", eur(420), 10, 0));
    assertThat(shop.reservation("o1").map(Reservation::state)).contains(Reservation.State.RELEASED);
  }
}
