package waybill.contracts.orders;

import java.time.Instant;

/** An order can't be done, and why. */
public record OrderRejected(String orderId, String userId, String reason, Instant rejectedAt) {}
