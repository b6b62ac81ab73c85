package waybill.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.inventory.InventoryContracts.RELEASE_STOCK;
import static waybill.contracts.inventory.InventoryContracts.STOCK_REFUSED;
import static waybill.contracts.inventory.InventoryContracts.STOCK_RELEASED;
import static waybill.contracts.inventory.StockRefusal.RELEASED;
import static waybill.inventory.Warehouse.line;

import org.junit.jupiter.api.Test;
import waybill.contracts.Message;
import waybill.contracts.inventory.ReleaseStock;
import waybill.contracts.inventory.StockReleased;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.RacedTable;

/** An undo that comes before what it undoes. */
@BooksBalance
class UndoFirstTest {
  private final Warehouse shop = new Warehouse().with("tea", 10);

  @Test
  void row45_aReleaseBeforeItsReservation_leavesATombstone() {
    shop.hears(shop.release("o1"));
    assertThat(shop.inventory.said("o1", STOCK_RELEASED)).isEqualTo(new StockReleased("o1"));
    assertThat(shop.reservation("o1")).contains(Reservation.releasedBefore("o1"));
  }

  @Test
  void row45_theReservationThatComesLater_isRefused_andSetsNothingAside() {
    shop.hears(shop.release("o1"), shop.reserve("o1", line("tea", 4)));
    assertThat(shop.inventory.said("o1", STOCK_REFUSED).reason()).isEqualTo(RELEASED);
    assertThat(shop.free("tea")).isEqualTo(10);
  }

  @Test
  void row45_aReservationThatIsRepeatedAfterItsRelease_isRefused() {
    shop.hears(shop.reserve("o1", line("tea", 4)), shop.release("o1"));
    shop.hears(shop.reserve("o1", line("tea", 4)));
    assertThat(shop.inventory.said("o1", STOCK_REFUSED).reason()).isEqualTo(RELEASED);
    assertThat(shop.free("tea")).isEqualTo(10);
  }

  /** Under keys of their own nothing orders the two: then the reservation's row does. */
  @Test
  void row45_aReleaseThatOvertakesARunningReservation_wins() {
    Message reserve = shop.reserve("o1", line("tea", 4));
    Message release = shop.inventory.next("undo", RELEASE_STOCK, new ReleaseStock("o1"));
    var raced = new RacedTable(shop.inventory.table).by(() -> shop.hears(release));

    assertThat(shop.inventory.hears(raced, reserve)).isTrue();

    assertThat(shop.inventory.said("o1", STOCK_REFUSED).reason()).isEqualTo(RELEASED);
    assertThat(shop.free("tea")).isEqualTo(10);
  }
}
