package waybill.bench.saga;

import java.util.List;
import waybill.bench.spine.Machine;
import waybill.bench.spine.Member;
import waybill.contracts.Catalog;
import waybill.contracts.payments.Money;
import waybill.inventory.InventoryWorking;
import waybill.kit.commit.Commit;
import waybill.orders.OrdersWorking;
import waybill.payments.PaymentsWorking;

/** {@code place-order} as it is built in, by those who are deployed: one line, one buyer. */
final class PlacingOrders implements Plot {
  private static final String SKU = "tea-darjeeling-100";
  private static final String BUYER = "0f3c9a52-7d41-4b0e-9c1a-5be2d7a8f6e1";
  private static final Money PRICE = new Money(1_250, "EUR");
  private static final int ENOUGH = 1_000_000;

  @Override
  public int steps() {
    return 3;
  }

  @Override
  public Catalog catalog() {
    return Catalog.builtIn();
  }

  @Override
  public List<Member> cast(Machine machine) {
    Member orders = new Member(machine, "Orders", "orders", OrdersWorking::of);
    Member inventory = new Member(machine, "Inventory", "inventory", InventoryWorking::of);
    Member payments = new Member(machine, "Payments", "payments", PaymentsWorking::of);
    inventory.commit(InventoryWorking.stocked(SKU, PRICE, ENOUGH), SKU);
    payments.commit(
        PaymentsWorking.paidIn(BUYER, new Money(PRICE.amount() * ENOUGH, PRICE.currency())), BUYER);
    return List.of(orders, inventory, payments);
  }

  @Override
  public Commit begin(Member orders, String id) {
    return OrdersWorking.placed(orders.service(), id, BUYER, SKU);
  }

  /** The beginning, a command and a reply a step, the end. */
  @Override
  public int heard() {
    return 2 + 2 * steps();
  }

  /** That an order is confirmed. */
  @Override
  public int unheard() {
    return 1;
  }
}
