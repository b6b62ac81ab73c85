package waybill.exchange;

import java.util.List;
import waybill.contracts.Catalog;
import waybill.contracts.Message;
import waybill.contracts.Violation;
import waybill.kit.log.Log;

/**
 * Lets in what keeps its contract. What does not stays in its source's outbox, its key waits behind
 * it, and the log says why.
 */
final class Door {
  private final Catalog catalog;
  private final Retirement retirement;
  private final Log log;

  Door(Catalog catalog, Retirement retirement, Log log) {
    this.catalog = catalog;
    this.retirement = retirement;
    this.log = log;
  }

  boolean admits(Message message) {
    if (!catalog.has(message.contract())) return held(message, "unknown contract");
    if (!catalog.definition(message.contract().name()).senders().contains(message.source()))
      return held(message, "not a sender of this contract");
    List<Violation> violations = catalog.check(message.contract(), message.data());
    if (!violations.isEmpty())
      return held(message, violations.get(0).rule() + " at " + violations.get(0).pointer());
    return !retirement.forbids(message) || held(message, "retired version");
  }

  private boolean held(Message message, String why) {
    log.warn(
        "held at the door",
        "message_id",
        message.id().toString(),
        "contract",
        message.contract().toString(),
        "reason",
        why);
    return false;
  }
}
