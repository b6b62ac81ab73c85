package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What would break, but for a policy. */
public record ShownRisk(
    String policy, String keyword, @Nullable String pointer, @Nullable JsonNode witness) {}
