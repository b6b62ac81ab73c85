package waybill.contracts.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Which changes of services are asked for; no Java name may be {@code wait}. */
public record ListChanges(
    @Nullable Long after,
    @JsonProperty("wait") @Nullable Integer waitSeconds,
    @Nullable Integer limit) {}
