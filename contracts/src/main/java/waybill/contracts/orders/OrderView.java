package waybill.contracts.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.payments.Money;

/**
 * An order as the service shows it.
 *
 * @param total null before it was confirmed
 * @param reason null unless it was rejected
 * @param withdrawn true if the buyer wants it no longer, null if nobody said so
 */
public record OrderView(
    String orderId,
    OrderStatus orderStatus,
    String userId,
    List<OrderLine> lines,
    Instant placedAt,
    @Nullable Money total,
    @Nullable String reason,
    @Nullable Boolean withdrawn) {}
