package waybill.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import waybill.inventory.Storing;
import waybill.orders.Ordering;
import waybill.payments.Paying;
import waybill.sagas.Coordinating;

/** What must be true once all is calm, looked up in each service's own table. */
final class Laws {
  private static final Set<String> ENDED = Set.of("COMPLETED", "COMPENSATED");

  private final Market market;
  private final Ordering orders;
  private final Storing inventory;
  private final Paying payments;
  private final Coordinating sagas;
  private final List<String> lies = new ArrayList<>();

  Laws(Market market) {
    this.market = market;
    this.orders = new Ordering(market.of("orders"));
    this.inventory = new Storing(market.of("inventory"));
    this.payments = new Paying(market.of("payments"));
    this.sagas = new Coordinating(market.of("sagas"));
  }

  List<String> lies() {
    for (String sku : Market.ARTICLES) goods(sku);
    money();
    for (String order : market.orders) order(order);
    return lies;
  }

  private void goods(String sku) {
    long sold = inventory.held(market.orders, "CONFIRMED", sku);
    long there = inventory.free(sku) + inventory.reserved(sku) + sold;
    expect(there == market.put.getOrDefault(sku, 0L), sku + ": " + there + " of what was put");
    expect(inventory.reserved(sku) == 0, sku + ": some are set aside for ever");
  }

  private void money() {
    long balances = Market.BUYERS.stream().mapToLong(payments::balance).sum();
    long deposits = market.deposited.values().stream().mapToLong(Long::longValue).sum();
    expect(
        balances + payments.charged(market.orders) == deposits,
        "money: " + balances + " and charges are not " + deposits);
  }

  /** Nothing of it, or all of it. */
  private void order(String id) {
    String status = orders.status(id);
    String goods = inventory.state(id);
    String money = payments.state(id);
    String all = id + " " + status + ": goods " + goods + ", money " + money;
    switch (status) {
      case "NONE" -> expect(goods.equals("NONE") && money.equals("NONE"), all);
      case "CONFIRMED" -> expect(goods.equals("CONFIRMED") && money.equals("CHARGED"), all);
      case "REJECTED", "CANCELLED" ->
          expect(
              Set.of("NONE", "REFUSED", "RELEASED").contains(goods)
                  && Set.of("NONE", "REFUSED", "REFUNDED").contains(money),
              all);
      default -> expect(false, all);
    }
    if (!status.equals("NONE")) saga("place-order." + id, all);
    Optional.of("cancel-order." + id)
        .filter(it -> !sagas.state(it).equals("NONE"))
        .ifPresent(it -> saga(it, all));
  }

  private void saga(String id, String all) {
    expect(ENDED.contains(sagas.state(id)), all + ", saga " + id + " " + sagas.state(id));
  }

  private void expect(boolean holds, String otherwise) {
    if (!holds) lies.add(otherwise);
  }
}
