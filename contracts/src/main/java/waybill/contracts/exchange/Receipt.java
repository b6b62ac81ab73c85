package waybill.contracts.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber's word on one message. Kept: it waits in the subscriber's outbox until the exchange
 * confirms it.
 */
public record Receipt(
    String messageId,
    Outcome outcome,
    int attempts,
    Instant at,
    @Nullable String reason,
    boolean kept) {}
