package waybill.contracts.orders;

import org.jspecify.annotations.Nullable;
import waybill.contracts.payments.Money;

/**
 * The order exists. What becomes of it is decided later, or has been where that was waited for.
 *
 * @param total null before it was confirmed
 * @param reason null unless it was rejected
 */
public record OrderAccepted(
    String orderId, OrderStatus orderStatus, @Nullable Money total, @Nullable String reason) {}
