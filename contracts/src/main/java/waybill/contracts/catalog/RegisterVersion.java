package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schema that is to be the next version. */
public record RegisterVersion(
    JsonNode schema, @Nullable BridgeTexts bridge, @Nullable List<JsonNode> examples) {}
