package waybill.contracts.orders;

import java.time.Instant;

/** An order was undone because its buyer wanted it no longer. */
public record OrderCancelled(String orderId, String userId, Instant cancelledAt) {}
