package waybill.exchange.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import waybill.contracts.ContractId;

/** What the desk put in place of a message's data, and the version that it was written under. */
public record Edit(ContractId written, JsonNode data) {}
