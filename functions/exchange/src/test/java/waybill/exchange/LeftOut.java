package waybill.exchange;

import java.util.Set;
import waybill.contracts.Carried;
import waybill.contracts.Message;
import waybill.kit.commit.Item;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Speaker;
import waybill.kit.testing.MemoryTable;

/** A rule of the protocol that the simulation breaks on purpose, to show that it would notice. */
enum LeftOut {
  NOTHING,

  /** An outbox is cleared when a queue has accepted what it held. */
  CLEARED_WHEN_ROUTED,

  /** A delivery does not say after which it comes. */
  AFTER,

  /** The receipt of a refusal does not leave with its commit. */
  KEPT_RECEIPTS;

  Parcel delivered(Parcel parcel) {
    if (this != AFTER || !(Carried.parse(parcel.body()) instanceof Message message)) return parcel;
    return new Parcel(parcel.group(), parcel.deduplication(), message.withAfter(0).toJson());
  }

  void afterRelay(Speaker relayed, MemoryTable table) {
    if (this == CLEARED_WHEN_ROUTED)
      table.clear(relayed.key(), Set.copyOf(relayed.outbox())::contains);
  }

  void afterHearing(MemoryTable table) {
    if (this != KEPT_RECEIPTS) return;
    for (Item item : table.items())
      if (item.kind().equals("inbox")) table.clear(item.key(), Set.copyOf(item.outbox())::contains);
  }
}
