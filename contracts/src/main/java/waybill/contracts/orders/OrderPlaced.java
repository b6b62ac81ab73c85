package waybill.contracts.orders;

import java.time.Instant;
import java.util.List;

/** An order was placed and is pending. */
public record OrderPlaced(String orderId, String userId, List<OrderLine> lines, Instant placedAt) {}
