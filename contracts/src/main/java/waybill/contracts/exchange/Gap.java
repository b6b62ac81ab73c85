package waybill.contracts.exchange;

/** An inbox misses a sequence: what it saw last is below what its delivery comes after. */
public record Gap(String source, String key, long missing, long watermark) {}
