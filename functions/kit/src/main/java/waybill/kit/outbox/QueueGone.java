package waybill.kit.outbox;

/** A queue that is not there, or no longer lets us in: trying again at once is in vain. */
public final class QueueGone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public QueueGone(String reason, RuntimeException cause) {
    super(cause.getMessage(), cause);
    this.reason = reason;
  }

  /** For whoever named the queue; the message is for the log. */
  public String reason() {
    return reason;
  }
}
