package waybill.exchange;

import java.util.List;
import java.util.Set;
import waybill.contracts.Carried;
import waybill.contracts.Control;
import waybill.contracts.Message;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Routed;
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

  /** What is skipped at the exchange is delivered without its data, and not left away. */
  EMPTY_IN_PLACE,

  /** The receipt of a refusal does not leave with its commit. */
  KEPT_RECEIPTS;

  private static final Routed NOBODYS = new Routed(List.of(), List.of());

  Parcel delivered(Parcel parcel) {
    if (this != AFTER || !(Carried.parse(parcel.body()) instanceof Message message)) return parcel;
    return new Parcel(parcel.group(), parcel.deduplication(), message.withAfter(0).toJson());
  }

  /** Instead of it stands something that is nobody's business any more. */
  Parcel skipped(Parcel parcel, Message message) {
    String body =
        this == EMPTY_IN_PLACE
            ? Control.of("none", "exchange", ExchangeContracts.ROUTED, NOBODYS).toJson()
            : message.withoutData("skipped at the exchange").toJson();
    return new Parcel(parcel.group(), parcel.deduplication(), body);
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
