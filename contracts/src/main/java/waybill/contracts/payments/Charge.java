package waybill.contracts.payments;

/** Take this amount from an account, if it is there. */
public record Charge(String chargeId, String userId, Money amount) {}
