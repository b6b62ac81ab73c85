package waybill.contracts.exchange;

/** Parked messages about a key lose their data. */
public record Erase(String source, String key, String reason) {}
