package waybill.contracts.orders;

import java.time.Instant;
import java.util.List;

/** An order as the service shows it. */
public record OrderView(
    String orderId,
    OrderStatus orderStatus,
    String userId,
    List<OrderLine> lines,
    Instant placedAt) {}
