package waybill.contracts.orders;

import java.time.Instant;
import java.util.List;

/** An order as it was shown before it had a total. */
public record OrderView1(
    String orderId,
    OrderStatus orderStatus,
    String userId,
    List<OrderLine> lines,
    Instant placedAt) {}
