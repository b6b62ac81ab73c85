package waybill.contracts.exchange;

import org.jspecify.annotations.Nullable;

/** Which flows are asked for. */
public record AskFlows(@Nullable String contract, @Nullable String subscriber) {}
