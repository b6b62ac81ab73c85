package waybill.contracts.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** How many messages are wanted, how long to wait for one, and for how long they are lent. */
public record Pull(
    @Nullable Integer max,
    @JsonProperty("wait") @Nullable Integer waitSeconds,
    @Nullable Integer lease) {}
