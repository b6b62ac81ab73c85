package waybill.contracts.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a message at one subscriber. */
public record ShownDelivery(
    String subscriber, DeliveryState state, int attempts, Instant at, @Nullable String reason) {}
