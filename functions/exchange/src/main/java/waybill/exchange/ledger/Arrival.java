package waybill.exchange.ledger;

import waybill.contracts.Carried;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.RoutedMessage;
import waybill.kit.commit.Hash;

/** A message as it came: read, with the very text that its source sent and that text's digest. */
public record Arrival(Message message, String text, String digest) {

  public static Arrival of(Message message, String text) {
    return new Arrival(message, text, Hash.of(text));
  }

  public static Arrival of(Entry entry) {
    return new Arrival((Message) Carried.parse(entry.text()), entry.text(), entry.digest());
  }

  public MessageId id() {
    return message.id();
  }

  public RoutedMessage routed() {
    return new RoutedMessage(id().toString(), digest);
  }
}
