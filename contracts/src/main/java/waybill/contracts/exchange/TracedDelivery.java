package waybill.contracts.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a message at one subscriber, and when. */
public record TracedDelivery(
    String subscriber,
    DeliveryState state,
    int attempts,
    Instant routedAt,
    Instant at,
    @Nullable String reason) {}
