package waybill.contracts.orders;

import java.time.Instant;

/** The buyer wants a pending order no longer. */
public record OrderWithdrawn(String orderId, String userId, Instant withdrawnAt) {}
