package waybill.inventory;

import waybill.contracts.inventory.PutStock;
import waybill.contracts.payments.Money;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.outbox.Queue;
import waybill.kit.worker.Worker;

/** What the worker of inventory does, and what its api commits. */
public final class InventoryWorking {
  private InventoryWorking() {}

  public static Worker of(Service inventory, Queue in, Queue out) {
    return new Worker(inventory, new InventoryInbox(inventory.rows()).inbox(), in, out);
  }

  public static Commit stocked(String sku, Money price, long quantity) {
    return Commit.commit(Stock.STOCK.fresh(sku, Stock.put(sku, new PutStock(price, quantity))));
  }
}
