package waybill.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.inventory.InventoryContracts.CONFIRM_STOCK;
import static waybill.contracts.inventory.InventoryContracts.RELEASE_STOCK;
import static waybill.contracts.inventory.InventoryContracts.RESERVE_STOCK;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import waybill.contracts.Message;
import waybill.contracts.inventory.ConfirmStock;
import waybill.contracts.inventory.PricedLine;
import waybill.contracts.inventory.ReleaseStock;
import waybill.contracts.inventory.ReserveStock;
import waybill.contracts.inventory.StockLine;
import waybill.contracts.payments.Money;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.KeepsBooks;
import waybill.kit.testing.Participant;

/** The service on a table in memory, and what was ever put into it. */
final class Warehouse implements KeepsBooks {
  static final Caller OPERATOR = Caller.person("olga", "member", "operator");
  static final Caller ADA = Caller.person("ada", "member");

  final Participant inventory =
      new Participant("inventory", service -> new InventoryInbox(service.rows()).inbox());
  final InventoryApi api = new InventoryApi(inventory.service.rows());
  private final HttpTesting http = new HttpTesting(inventory.service, api.routes());
  private final Map<String, Long> put = new HashMap<>();

  static StockLine line(String sku, int quantity) {
    return new StockLine(sku, quantity);
  }

  static Money eur(long amount) {
    return new Money(amount, "EUR");
  }

  HttpTesting.Asking as(Caller caller) {
    return http.as(caller);
  }

  /** At 4.20 EUR each. */
  Warehouse with(String sku, long quantity) {
    return with(sku, quantity, eur(420));
  }

  Warehouse with(String sku, long quantity, Money price) {
    long bound = reserved(sku) + sold(sku);
    assertThat(put(sku, quantity, price).status()).isIn(200, 201);
    put.put(sku, quantity + bound);
    return this;
  }

  Answered put(String sku, long quantity, Money price) {
    return as(OPERATOR)
        .put(
            "/stock/" + sku,
            "{\"price\":{\"amount\":%d,\"currency\":\"%s\"},\"quantity\":%d}"
                .formatted(price.amount(), price.currency(), quantity));
  }

  /** A saga reserves under its own name. */
  Message reserve(String saga, StockLine... lines) {
    return inventory.next(saga, RESERVE_STOCK, new ReserveStock(saga, List.of(lines)));
  }

  Message confirm(String saga) {
    return inventory.next(saga, CONFIRM_STOCK, new ConfirmStock(saga));
  }

  Message release(String saga) {
    return inventory.next(saga, RELEASE_STOCK, new ReleaseStock(saga));
  }

  /** One after the other. */
  Warehouse hears(Message... messages) {
    assertThat(inventory.hears(messages)).as("the queue may forget them").isTrue();
    return this;
  }

  long free(String sku) {
    return stock(sku).map(Stock::free).orElse(0L);
  }

  long reserved(String sku) {
    return stock(sku).map(Stock::reserved).orElse(0L);
  }

  /** Nobody counts it: it is what the confirmed reservations hold. */
  long sold(String sku) {
    return held(reservations(), Reservation.State.CONFIRMED, sku);
  }

  private static long held(List<Reservation> all, Reservation.State state, String sku) {
    return all.stream()
        .filter(one -> one.state() == state)
        .flatMap(one -> one.lines().stream())
        .filter(line -> line.sku().equals(sku))
        .mapToLong(PricedLine::quantity)
        .sum();
  }

  Optional<Stock> stock(String sku) {
    return inventory.service.rows().find(Stock.STOCK, sku);
  }

  Optional<Reservation> reservation(String id) {
    return inventory.service.rows().find(Reservation.RESERVATION, id);
  }

  private List<Reservation> reservations() {
    return inventory.table.items().stream()
        .flatMap(item -> Reservation.RESERVATION.idOf(item).stream())
        .flatMap(id -> reservation(id).stream())
        .toList();
  }

  /** At any moment: nothing is there twice, nothing is gone, and nobody is promised too much. */
  void keepsItsLaw(String when) {
    List<Reservation> all = reservations();
    put.forEach(
        (sku, there) -> {
          Stock stock = stock(sku).orElseThrow();
          assertThat(stock.free()).as("%s: free of %s", when, sku).isNotNegative();
          assertThat(stock.reserved())
              .as("%s: reserved of %s", when, sku)
              .isEqualTo(held(all, Reservation.State.RESERVED, sku));
          assertThat(stock.free() + stock.reserved() + held(all, Reservation.State.CONFIRMED, sku))
              .as("%s: free, reserved and sold of %s", when, sku)
              .isEqualTo(there);
        });
  }

  @Override
  public void balance() {
    inventory.balance();
    keepsItsLaw("in the end");
  }
}
