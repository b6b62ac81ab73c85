package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version with its schema; the same for ever. */
public record VersionView(
    String contract,
    int number,
    String hash,
    JsonNode schema,
    List<String> references,
    @Nullable Integer bridgedFrom,
    @Nullable BridgeTexts bridge,
    @Nullable JsonNode numbers,
    List<ShownForm> forms,
    @Nullable Instant registeredAt) {}
