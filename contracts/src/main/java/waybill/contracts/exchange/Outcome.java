package waybill.contracts.exchange;

/** What a subscriber did with a message. Parked and released are states on the way, not ends. */
public enum Outcome {
  HANDLED,
  REFUSED,
  PARKED,
  RELEASED,
  SKIPPED
}
