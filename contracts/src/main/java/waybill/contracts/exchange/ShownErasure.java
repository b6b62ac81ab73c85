package waybill.contracts.exchange;

import java.time.Instant;

/** What remains of a message's data. */
public record ShownErasure(Instant at, String by, String reason, String digest) {}
