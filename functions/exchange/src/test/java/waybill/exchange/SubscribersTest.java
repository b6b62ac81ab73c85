package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.kit.commit.Cell;
import waybill.kit.outbox.Parcel;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.MemoryQueue;

/** Who gets a message is decided once, when it is routed. */
@BooksBalance
class SubscribersTest {
  private final Spine spine = new Spine();

  /** What the next commit about this user puts into the out queue. */
  private Parcel said(String user) {
    spine.commitChange(user);
    spine.relay();
    List<Parcel> parcels = Mail.takenFrom(spine.users.out);
    return parcels.get(parcels.size() - 1);
  }

  @Test
  void whatNobodyListensTo_isRoutedAndExpiresByItsRetention(@TempDir Path folder) {
    spine.exchangeKnows(Catalogs.copiedTo(folder).consuming("orders").catalog());
    var id = spine.commit("u1");

    spine.settle();

    assertThat(spine.users.unsent()).isEmpty();
    assertThat(spine.ledger().at(Entry.keyOf(id)).orElseThrow().expires())
        .isEqualTo(spine.clock.instant().plus(Duration.ofDays(31)));
  }

  @Test
  void row15_whoJoinsLater_getsWhatIsRoutedLater(@TempDir Path folder) {
    MemoryQueue audit = new MemoryQueue();
    spine.join("audit", audit);
    spine.route(List.of(said("u1")));

    spine.exchangeKnows(
        Catalogs.copiedTo(folder).consuming("audit", "users.user-changed/1").catalog());
    spine.route(List.of(said("u1")));

    assertThat(Spine.deliveriesIn(audit)).containsExactly("2 after 0");
  }

  @Test
  void row15_whoListensIsDecidedWhenItIsRouted_notWhenItCame(@TempDir Path folder) {
    Parcel first = said("u1");
    spine.route(List.of(said("u1")));

    spine.exchangeKnows(Catalogs.copiedTo(folder).consuming("orders").catalog());
    spine.route(List.of(first));

    assertThat(spine.routedOf("u1")).isEqualTo(2);
    assertThat(spine.orders.in.waiting()).isEmpty();
  }

  @Test
  void row15_whoLeavesBeforeALateCopy_isStillOwedIt(@TempDir Path folder) {
    Parcel only = said("u1");
    spine.route(List.of(only));
    spine.orders.in.purge();
    spine.orders.in.forget();

    spine.exchangeKnows(Catalogs.copiedTo(folder).consuming("orders").catalog());
    spine.route(List.of(only));
    spine.settle();

    assertThat(spine.table.items())
        .filteredOn(item -> Delivery.isAt(item.key()))
        .extracting(item -> Cell.of(item, Delivery.class).required().state())
        .containsExactly(DeliveryState.HANDLED);
  }
}
