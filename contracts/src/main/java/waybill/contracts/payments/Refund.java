package waybill.contracts.payments;

/** Give back what was taken. */
public record Refund(String chargeId) {}
