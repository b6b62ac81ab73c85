package waybill.contracts.exchange;

/** A key's turn to be called for: something is open there for a webhook. */
public record Call(String subscription, String source, String key) {}
