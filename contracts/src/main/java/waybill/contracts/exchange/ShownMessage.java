package waybill.contracts.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message, what became of it at each subscriber, and what it has to do with others; erased once
 * its data are gone.
 */
public record ShownMessage(
    JsonNode message,
    List<TracedDelivery> deliveries,
    List<RelatedMessage> causedBy,
    List<RelatedMessage> caused,
    @Nullable ShownErasure erased) {}
