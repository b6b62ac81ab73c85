package waybill.exchange.subscribe;

/** How deliveries reach a subscriber. */
public enum Way {
  /** A service of the deployment, into its own {@code in} queue. */
  MEMBER,
  /** A queue of the subscriber's own. */
  QUEUE,
  /** Requests to the subscriber's address. */
  WEBHOOK,
  /** The subscriber asks. */
  PULL;

  /** Where nothing of the subscriber's keeps the order, the exchange hands out one at a time. */
  public boolean hasLanes() {
    return this == WEBHOOK || this == PULL;
  }
}
