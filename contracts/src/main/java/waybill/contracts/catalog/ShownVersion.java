package waybill.contracts.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is said of a version without its schema. */
public record ShownVersion(
    int number,
    String hash,
    VersionState state,
    @Nullable Instant registeredAt,
    @Nullable Instant deprecatedAt,
    @Nullable String sunset,
    @Nullable Instant retiredAt) {}
