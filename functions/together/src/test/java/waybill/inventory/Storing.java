package waybill.inventory;

import java.util.List;
import java.util.Optional;
import waybill.contracts.inventory.PricedLine;
import waybill.contracts.payments.Money;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.inbox.Inbox;

/** Inventory, as those who keep the goods see it. */
public final class Storing {
  private final Service inventory;

  public Storing(Service inventory) {
    this.inventory = inventory;
  }

  public static Inbox inbox(Service inventory) {
    return new InventoryInbox(inventory.rows()).inbox();
  }

  public Commit put(String sku, long quantity, Money price) {
    return Commit.commit(Stock.STOCK.fresh(sku, new Stock(sku, price, quantity, 0)));
  }

  private Stock stock(String sku) {
    return inventory.rows().find(Stock.STOCK, sku).orElseThrow();
  }

  public long free(String sku) {
    return stock(sku).free();
  }

  public long reserved(String sku) {
    return stock(sku).reserved();
  }

  public String state(String reservation) {
    return find(reservation).map(one -> one.state().name()).orElse("NONE");
  }

  private Optional<Reservation> find(String reservation) {
    return inventory.rows().find(Reservation.RESERVATION, reservation);
  }

  /** What a reservation in this state has of an article. */
  public long held(List<String> reservations, String state, String sku) {
    return reservations.stream()
        .flatMap(id -> find(id).stream())
        .filter(one -> one.state().name().equals(state))
        .flatMap(one -> one.lines().stream())
        .filter(line -> line.sku().equals(sku))
        .mapToLong(PricedLine::quantity)
        .sum();
  }
}
