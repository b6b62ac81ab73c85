package waybill.contracts.payments;

/** An operator pays something in. */
public record Deposit(long amount, String currency) {}
