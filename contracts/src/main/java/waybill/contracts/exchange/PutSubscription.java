package waybill.contracts.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a service wants to be told, and how. */
public record PutSubscription(
    @Nullable String service,
    List<String> contracts,
    @Nullable JsonNode filter,
    @Nullable String start,
    WantedDelivery delivery) {}
