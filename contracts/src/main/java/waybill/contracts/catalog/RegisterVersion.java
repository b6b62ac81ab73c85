package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schema that is to be the next version. */
public record RegisterVersion(
    JsonNode schema, @Nullable JsonNode bridge, @Nullable List<JsonNode> examples) {}
