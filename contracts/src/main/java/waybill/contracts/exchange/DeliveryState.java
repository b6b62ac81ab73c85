package waybill.contracts.exchange;

/** What the exchange knows about a message at one subscriber. */
public enum DeliveryState {
  IN_FLIGHT,
  HANDLED,
  REFUSED,
  PARKED,
  SKIPPED
}
