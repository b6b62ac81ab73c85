package waybill.exchange.publish;

import java.util.OptionalInt;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Event;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.kit.Limits;

/** Counts how long the chain is that an event goes on with; no chain that ends is so long. */
final class Causes {
  private final Ledger ledger;

  Causes(Ledger ledger) {
    this.ledger = ledger;
  }

  /** A sender may say more than is known here, not less; nothing if it is too much. */
  OptionalInt hops(Event event) {
    int said = event.hops() == null ? 0 : event.hops();
    int hops = Math.max(said, known(event));
    return hops > Limits.HOPS_MAX ? OptionalInt.empty() : OptionalInt.of(hops);
  }

  private int known(Event event) {
    String cause = event.causationid();
    if (cause == null || !MessageId.isId(cause)) return 0;
    Entry entry = ledger.entry(MessageId.parse(cause)).value();
    return entry == null ? 0 : Arrival.of(entry).message().hops() + 1;
  }
}
