package waybill.exchange.lane;

import waybill.contracts.Message;
import waybill.exchange.ledger.Delivery;
import waybill.kit.commit.Cell;

/** A message in the hands of whoever has the lease of its lane. */
public record Open(Message message, Cell<Delivery> at) {

  public long length() {
    return message.toJson().length();
  }
}
