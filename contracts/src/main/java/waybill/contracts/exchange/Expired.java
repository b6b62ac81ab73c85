package waybill.contracts.exchange;

/** What an inbox misses is no longer in the ledger. */
public record Expired(String source, String key, long missing) {}
