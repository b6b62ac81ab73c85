package waybill.contracts.orders;

/** What the order had taken was given back. */
public record CloseOrder(String orderId) {}
