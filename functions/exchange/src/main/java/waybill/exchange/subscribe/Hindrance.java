package waybill.exchange.subscribe;

import java.time.Instant;

/**
 * Why a subscription gets nothing now; the ledger keeps it for later.
 *
 * @param forGood only its owner ends it: somebody asked not to be called again
 */
public record Hindrance(String reason, Instant since, boolean forGood) {}
