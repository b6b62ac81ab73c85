package waybill.contracts.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A replay, and how far it is. */
public record Replay(
    String id,
    String subscription,
    Instant from,
    Instant to,
    @Nullable String contract,
    @Nullable String key,
    ReplayMode mode,
    ReplayState state,
    long lookedAt,
    long sent,
    long confirmed,
    long failed,
    @Nullable String problem,
    String by,
    Instant began,
    @Nullable Instant ended) {}
