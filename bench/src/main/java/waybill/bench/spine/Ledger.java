package waybill.bench.spine;

import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.ledger.Delivery;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;
import waybill.kit.commit.Page;
import waybill.kit.commit.Table;

/** The exchange's books, looked at from outside. */
record Ledger(Table table) {
  private static final int PAGE = 1_000;

  long handled() {
    long handled = 0;
    String cursor = null;
    do {
      Page<Item> page = table.all(cursor, PAGE);
      handled += page.items().stream().filter(Ledger::isHandled).count();
      cursor = page.cursor();
    } while (cursor != null);
    return handled;
  }

  private static boolean isHandled(Item item) {
    return Delivery.isAt(item.key())
        && Cell.of(item, Delivery.class).required().state() == DeliveryState.HANDLED;
  }
}
