package waybill.kit.inbox;

import waybill.contracts.Message;
import waybill.contracts.MessageId;

/** A message as a handler sees it: its data typed, its identity and lineage at hand. */
public record Delivery<T>(Message message, T data) {

  public MessageId id() {
    return message.id();
  }

  public String key() {
    return message.id().key();
  }
}
