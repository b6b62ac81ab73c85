package waybill.bench.count;

/** Where a message is on its way. */
public enum Step {
  /** The producer writes its item and, with it, what it says. */
  COMMIT,
  /** The producer's worker sends what its stream shows. */
  RELAY,
  /** The exchange writes it into its ledger and sends it on. */
  ROUTE,
  /** A subscriber's inbox takes it. */
  HEAR,
  /** The exchange notes what the subscriber says. */
  CLOSE,
  /** The producer's worker takes it out of the outbox. */
  CLEAR;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
