package waybill.contracts.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who erased what, and why. */
public record Erasure(
    String id,
    @Nullable String source,
    String key,
    String reason,
    String by,
    Instant at,
    long erased,
    @Nullable Instant ended) {}
