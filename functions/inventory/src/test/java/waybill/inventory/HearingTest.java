package waybill.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.inventory.InventoryContracts.STOCK_CONFIRMED;
import static waybill.contracts.inventory.InventoryContracts.STOCK_REFUSED;
import static waybill.contracts.inventory.InventoryContracts.STOCK_RELEASED;
import static waybill.contracts.inventory.InventoryContracts.STOCK_RESERVED;
import static waybill.contracts.inventory.StockRefusal.NOT_RESERVED;
import static waybill.contracts.inventory.StockRefusal.OUT_OF_STOCK;
import static waybill.contracts.inventory.StockRefusal.RELEASED;
import static waybill.inventory.Warehouse.eur;
import static waybill.inventory.Warehouse.line;

import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Message;
import waybill.contracts.ServiceEntry;
import waybill.contracts.inventory.StockConfirmed;
import waybill.contracts.inventory.StockReleased;
import waybill.kit.testing.Given;

/** What becomes of a reservation, whatever is heard about it, and however often. */
class HearingTest {
  private final Warehouse shop = new Warehouse().with("tea", 10);

  @Test
  void aConfirmedReservation_isSold() {
    shop.hears(shop.reserve("o1", line("tea", 4)), shop.confirm("o1"));
    assertThat(shop.inventory.said("o1", STOCK_CONFIRMED)).isEqualTo(new StockConfirmed("o1"));
    assertThat(shop.stock("tea")).contains(new Stock("tea", eur(420), 6, 0));
  }

  @Test
  void aReleasedReservation_isFreeAgain() {
    shop.hears(shop.reserve("o1", line("tea", 4)), shop.release("o1"));
    assertThat(shop.inventory.said("o1", STOCK_RELEASED)).isEqualTo(new StockReleased("o1"));
    assertThat(shop.stock("tea")).contains(new Stock("tea", eur(420), 10, 0));
  }

  @Test
  void whatWasSold_isFreeAgain_onceItIsReleased() {
    shop.hears(shop.reserve("o1", line("tea", 4)), shop.confirm("o1"), shop.release("o1"));
    assertThat(shop.inventory.said("o1", STOCK_RELEASED)).isEqualTo(new StockReleased("o1"));
    assertThat(shop.stock("tea")).contains(new Stock("tea", eur(420), 10, 0));
  }

  @Test
  void aReservationThatIsAskedForAgain_isAnsweredAgain_andSetAsideOnce() {
    shop.hears(shop.reserve("o1", line("tea", 4)));
    var first = shop.inventory.said("o1", STOCK_RESERVED);
    shop.with("tea", 6, eur(500)).hears(shop.reserve("o1", line("tea", 4)));
    assertThat(shop.inventory.said("o1", STOCK_RESERVED)).isEqualTo(first);
    assertThat(shop.inventory.saidAbout("o1"))
        .extracting(Message::causation)
        .containsExactly("sagas~o1~1", "sagas~o1~2");
    assertThat(shop.reserved("tea")).isEqualTo(4);
  }

  @Test
  void aSoldReservationThatIsAskedForAgain_isAnsweredAgain() {
    shop.hears(shop.reserve("o1", line("tea", 4)), shop.confirm("o1"));
    shop.hears(shop.reserve("o1", line("tea", 4)));
    assertThat(shop.inventory.said("o1", STOCK_RESERVED).total()).isEqualTo(eur(1680));
    assertThat(shop.sold("tea")).isEqualTo(4);
  }

  @Test
  void aRefusedReservation_staysRefused_alsoWhenThereIsEnoughAgain() {
    shop.hears(shop.reserve("o1", line("tea", 11)));
    var first = shop.inventory.said("o1", STOCK_REFUSED);
    shop.with("tea", 100).hears(shop.reserve("o1", line("tea", 11)));
    assertThat(shop.inventory.said("o1", STOCK_REFUSED)).isEqualTo(first);
    assertThat(shop.free("tea")).isEqualTo(100);
  }

  @Test
  void theSameMessageTwice_isOneEffectAndOneAnswer() {
    Message reserve = shop.reserve("o1", line("tea", 4));
    shop.hears(reserve).hears(reserve, reserve);
    assertThat(shop.inventory.saidAbout("o1")).hasSize(1);
    assertThat(shop.reserved("tea")).isEqualTo(4);
  }

  @Test
  void confirmingTwice_sellsOnce() {
    shop.hears(shop.reserve("o1", line("tea", 4)), shop.confirm("o1"), shop.confirm("o1"));
    assertThat(shop.inventory.saidAbout("o1")).hasSize(3);
    assertThat(shop.stock("tea")).contains(new Stock("tea", eur(420), 6, 0));
  }

  @Test
  void releasingTwice_freesOnce() {
    shop.hears(shop.reserve("o1", line("tea", 4)), shop.release("o1"), shop.release("o1"));
    assertThat(shop.inventory.saidAbout("o1")).hasSize(3);
    assertThat(shop.free("tea")).isEqualTo(10);
  }

  @Test
  void aReleasedReservation_isNotConfirmed() {
    shop.hears(shop.reserve("o1", line("tea", 4)), shop.release("o1"), shop.confirm("o1"));
    assertThat(shop.inventory.said("o1", STOCK_REFUSED).reason()).isEqualTo(RELEASED);
    assertThat(shop.sold("tea")).isZero();
  }

  @Test
  void aRefusedReservation_isNotConfirmed_forTheSameReason() {
    shop.hears(shop.reserve("o1", line("tea", 11)), shop.confirm("o1"));
    assertThat(shop.inventory.said("o1", STOCK_REFUSED).reason()).isEqualTo(OUT_OF_STOCK);
  }

  @Test
  void aRefusedReservation_isReleasedWithoutAnEffect() {
    shop.hears(shop.reserve("o1", line("tea", 11)), shop.release("o1"));
    assertThat(shop.inventory.said("o1", STOCK_RELEASED)).isEqualTo(new StockReleased("o1"));
    assertThat(shop.free("tea")).isEqualTo(10);
  }

  @Test
  void whatNobodyReserved_isNotConfirmed_andNotReservedLater() {
    shop.hears(shop.confirm("o1"), shop.reserve("o1", line("tea", 1)));
    assertThat(shop.inventory.said("o1", STOCK_REFUSED).reason()).isEqualTo(NOT_RESERVED);
    assertThat(shop.reserved("tea")).isZero();
  }

  @Test
  void anArticleWithTheNameOfAReservation_isAnotherThing() {
    shop.with("o1", 3).hears(shop.reserve("o1", line("o1", 1)));
    assertThat(shop.stock("o1")).contains(new Stock("o1", eur(420), 2, 1));
    assertThat(shop.reservation("o1")).map(Reservation::total).contains(eur(420));
  }

  @Test
  void whatIsHeard_isWhatTheCatalogSays() {
    assertThat(
            Given.CATALOG.services().stream()
                .filter(service -> service.name().equals("inventory"))
                .map(ServiceEntry::consumes))
        .containsExactly(
            List.copyOf(new InventoryInbox(shop.inventory.service.rows()).inbox().contracts()));
  }
}
