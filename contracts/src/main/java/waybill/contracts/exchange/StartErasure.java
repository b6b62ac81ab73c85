package waybill.contracts.exchange;

import org.jspecify.annotations.Nullable;

/** About which key the payloads are to go. */
public record StartErasure(@Nullable String source, String key, String reason) {}
