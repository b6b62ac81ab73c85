package waybill.contracts.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A message and what became of it at each subscriber. */
public record ShownMessage(JsonNode message, List<ShownDelivery> deliveries) {}
