package waybill.exchange;

import waybill.contracts.Carried;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.RoutedMessage;
import waybill.kit.commit.Hash;

/** A message as it came: read, with the very text that its source sent and that text's digest. */
record Arrival(Message message, String text, String digest) {

  static Arrival of(Message message, String text) {
    return new Arrival(message, text, Hash.of(text));
  }

  static Arrival of(Entry entry) {
    return new Arrival((Message) Carried.parse(entry.text()), entry.text(), entry.digest());
  }

  MessageId id() {
    return message.id();
  }

  RoutedMessage routed() {
    return new RoutedMessage(id().toString(), digest);
  }
}
