package waybill.contracts.orders;

/** Where an order stands. */
public enum OrderStatus {
  PENDING,
  CONFIRMED,
  REJECTED,
  CANCELLED
}
