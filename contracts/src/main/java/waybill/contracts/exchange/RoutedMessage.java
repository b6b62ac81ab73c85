package waybill.contracts.exchange;

/** A message that the ledger holds, by its identity and digest. */
public record RoutedMessage(String id, String digest) {}
