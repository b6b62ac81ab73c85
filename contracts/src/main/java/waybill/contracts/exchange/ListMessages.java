package waybill.contracts.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which page of which messages is asked for. */
public record ListMessages(
    @Nullable String contract,
    @Nullable String key,
    @Nullable String correlation,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Integer limit,
    @Nullable String cursor) {}
