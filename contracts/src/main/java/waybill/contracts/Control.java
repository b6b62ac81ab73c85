package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the exchange and an inbox or outbox tell each other: a CloudEvent without a subject and a
 * sequence, for which nobody keeps a ledger entry or sends a receipt.
 */
public record Control(String id, String source, ContractId contract, JsonNode data)
    implements Carried {
  private static final ContractId SHAPE = new ContractId("exchange.control", 1);

  public Control {
    if (!MessageId.isSource(source)) {
      throw new IllegalArgumentException("not the name of a service");
    }
  }

  public static <T> Control of(String id, String source, Contract<T> contract, T data) {
    return new Control(id, source, contract.id(), Json.tree(data));
  }

  static Control read(JsonNode document) {
    Envelope.check(SHAPE, document);
    return new Control(
        document.path("id").textValue(),
        document.path("source").textValue(),
        Envelope.contract(document),
        document.path("data"));
  }

  @Override
  public String toJson() {
    ObjectNode event =
        Json.object()
            .put("specversion", "1.0")
            .put("id", id)
            .put("source", source)
            .put("type", contract.name())
            .put("datacontenttype", "application/json")
            .put("dataschema", contract.path());
    return Json.write(event.set("data", data));
  }
}
