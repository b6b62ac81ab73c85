package waybill.exchange;

import waybill.contracts.Catalog;
import waybill.contracts.Message;
import waybill.exchange.hear.Copies;
import waybill.exchange.ledger.Ledger;

/** Nothing new is said under a retired version; what was said before stays on its way. */
final class Retirement {
  private final Catalog builtIn;
  private final Copies copies;
  private final Ledger ledger;

  Retirement(Catalog builtIn, Copies copies, Ledger ledger) {
    this.builtIn = builtIn;
    this.copies = copies;
    this.ledger = ledger;
  }

  /** Versions of the deployment do not retire, so nothing is read for them. */
  boolean forbids(Message message) {
    if (builtIn.has(message.contract())) return false;
    return copies
        .retiredAt(message.contract())
        .filter(at -> !message.time().isBefore(at))
        .filter(at -> ledger.entry(message.id()).value() == null)
        .isPresent();
  }
}
