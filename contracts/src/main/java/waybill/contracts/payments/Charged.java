package waybill.contracts.payments;

/** The amount was taken. */
public record Charged(String chargeId, String userId, Money amount) {}
