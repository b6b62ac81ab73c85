package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A schema that could become the next version. */
public record JudgeSchema(JsonNode schema, @Nullable String mode, @Nullable BridgeTexts bridge) {}
