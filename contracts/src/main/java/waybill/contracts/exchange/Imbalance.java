package waybill.contracts.exchange;

import org.jspecify.annotations.Nullable;

/** A message about which two counts disagree. */
public record Imbalance(String id, Reason reason, @Nullable String subscriber) {

  /** What must have happened. */
  public enum Reason {
    /** Its source counts it as said, and neither holds it nor has passed it on. */
    OUTBOX_LOST,
    /** It was routed, and its source has never said it. */
    NEVER_COMMITTED,
    /** It was routed, and the exchange no longer has it, before its time. */
    ENTRY_LOST,
    /** Its subscriber is through with it, and the exchange does not know. */
    RECEIPT_LOST,
    /** It was routed to a subscriber, and the exchange does not know what became of it there. */
    DELIVERY_LOST,
    /** Up to it subscriber and exchange count the ends differently. */
    COUNT_DIFFERS
  }
}
