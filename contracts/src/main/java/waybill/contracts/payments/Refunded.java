package waybill.contracts.payments;

import org.jspecify.annotations.Nullable;

/**
 * What was taken is given back.
 *
 * @param amount null where nothing had been taken
 */
public record Refunded(String chargeId, @Nullable Money amount) {}
