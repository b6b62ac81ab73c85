package waybill.contracts.orders;

/** What was answered before an order came to an end. */
public record OrderAccepted1(String orderId, OrderStatus orderStatus) {}
