package waybill.contracts.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which part of the past a subscription is to get again. */
public record StartReplay(
    Instant from, Instant to, @Nullable String contract, @Nullable String key, ReplayMode mode) {}
