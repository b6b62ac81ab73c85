package waybill.contracts.payments;

/** What somebody has to spend. */
public record AccountView(String userId, Money balance) {}
