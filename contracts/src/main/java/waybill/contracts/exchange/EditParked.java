package waybill.contracts.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What is to stand in place of a parked message's data. */
public record EditParked(long sequence, String reason, @Nullable Boolean dryRun, JsonNode data) {}
