package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a saga's definition.
 *
 * @param listening whether the exchange brings all that it hears
 */
public record SagaView(
    String name,
    int version,
    String hash,
    String owner,
    boolean builtIn,
    boolean listening,
    @Nullable Instant registeredAt,
    JsonNode definition) {}
