package waybill.contracts.payments;

/** Nothing was taken, and why. */
public record ChargeRefused(String chargeId, ChargeRefusal reason, String says) {}
