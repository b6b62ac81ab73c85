package waybill.contracts.orders;

/** The order exists; what becomes of it is decided later. */
public record OrderAccepted(String orderId, OrderStatus orderStatus) {}
