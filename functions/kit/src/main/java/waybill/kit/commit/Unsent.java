package waybill.kit.commit;

import java.nio.charset.StandardCharsets;
import waybill.contracts.MessageId;

/**
 * One entry of an outbox, kept as the very text that will be sent.
 *
 * @param id the message that it is, or, for a receipt, the message that it answers
 */
public record Unsent(String id, String text) {

  public MessageId messageId() {
    return MessageId.parse(id);
  }

  public int bytes() {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  public String digest() {
    return Hash.of(text);
  }
}
