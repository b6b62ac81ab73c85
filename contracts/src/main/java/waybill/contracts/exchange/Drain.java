package waybill.contracts.exchange;

/** A parked key's turn to be tried again. */
public record Drain(String source, String key) {}
