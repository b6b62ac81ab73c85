package waybill.contracts.orders;

import org.jspecify.annotations.Nullable;

/**
 * The order can't be done, and nothing is left of it.
 *
 * @param step which was refused by whoever does it, in whose words the reason then is
 */
public record RejectOrder(String orderId, String reason, @Nullable String step) {}
