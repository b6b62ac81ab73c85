package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A new version, with its schema. */
public record VersionRegistered(
    String contract,
    int number,
    String hash,
    JsonNode schema,
    @Nullable Integer bridgedFrom,
    @Nullable BridgeTexts bridge,
    @Nullable JsonNode numbers,
    Instant registeredAt) {}
