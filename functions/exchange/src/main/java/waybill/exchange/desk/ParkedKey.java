package waybill.exchange.desk;

import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Failure;
import waybill.kit.commit.Cell;

/**
 * A message that may hold up its key.
 *
 * @param entry null if it is no longer in the ledger
 * @param before one that is parked before it; null if it is the first
 * @param awaited the lowest that is still on its way before it; null if none is
 */
record ParkedKey(
    MessageId id,
    Cell<Delivery> at,
    @Nullable Entry entry,
    @Nullable MessageId before,
    @Nullable MessageId awaited) {

  Delivery delivery() {
    return at.required();
  }

  boolean isParked() {
    return at.value() != null && at.value().state() == DeliveryState.PARKED;
  }

  boolean isFirst() {
    return isParked() && before == null;
  }

  Failure failure() {
    return Failure.of(delivery().reason());
  }
}
