package waybill.contracts.orders;

import java.time.Instant;
import waybill.contracts.payments.Money;

/** The goods are reserved and paid for. */
public record OrderConfirmed(String orderId, String userId, Money total, Instant confirmedAt) {}
