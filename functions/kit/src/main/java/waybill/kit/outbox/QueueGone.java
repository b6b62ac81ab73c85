package waybill.kit.outbox;

/** A queue that is not there, or no longer lets us in: trying again at once is in vain. */
public final class QueueGone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public QueueGone(String why, Throwable cause) {
    super(why, cause);
  }

  /** For people. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
