package waybill.exchange.publish;

import java.util.Map;
import waybill.contracts.Message;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.kit.log.Log;
import waybill.kit.worker.QueueEvent;

/**
 * What was published and the router could not take, however often it came. Nothing is lost with it:
 * until it is routed it waits in the ledger, and is sent again by the minute.
 */
public final class GivenUp {
  private final Ledger ledger;
  private final Log log;

  public GivenUp(Ledger ledger, Log log) {
    this.ledger = ledger;
    this.log = log;
  }

  public Map<String, Object> take(QueueEvent event) {
    return event.each(this::note, log);
  }

  private void note(QueueEvent.Entry dead) {
    var id = Message.parse(dead.body()).id();
    Entry entry = ledger.entry(id).value();
    if (entry != null && entry.isRouted())
      log.info("given up by its queue, and routed", "message_id", id.toString());
    else log.warn("given up by its queue: it comes again", "message_id", id.toString());
  }
}
