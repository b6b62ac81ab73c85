package waybill.contracts.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;

/** What a service wants to be told, and how. */
public record PutSubscription(
    @Nullable String service,
    List<ContractId> contracts,
    @Nullable Map<String, List<JsonNode>> filter,
    @Nullable String start,
    WantedDelivery delivery) {}
