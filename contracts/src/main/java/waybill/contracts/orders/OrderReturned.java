package waybill.contracts.orders;

import java.time.Instant;

/** A confirmed order is to be undone. */
public record OrderReturned(String orderId, String userId, Instant returnedAt) {}
