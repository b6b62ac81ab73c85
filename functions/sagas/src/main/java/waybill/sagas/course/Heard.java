package waybill.sagas.course;

import com.fasterxml.jackson.databind.JsonNode;
import waybill.contracts.ContractId;
import waybill.contracts.Message;
import waybill.contracts.MessageId;

/** A message as a saga takes it. */
public record Heard(MessageId id, ContractId contract, JsonNode data) {

  public static Heard of(Message message) {
    return new Heard(message.id(), message.contract(), message.data());
  }

  /** Why it says no, in words for whoever began the saga. */
  String reason() {
    for (String name : new String[] {"says", "reason"})
      if (data.path(name).isTextual() && !data.path(name).textValue().isBlank())
        return Bounds.brief(data.path(name).textValue());
    return "refused: " + contract;
  }
}
