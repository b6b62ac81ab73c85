package waybill.kit.problem;

/** The refusals that every service shares. */
public enum Problem implements ProblemType {
  MALFORMED(400, "The body can't be read"),
  BAD_HEADER(400, "A header does not have the form that it needs"),
  FORBIDDEN(403, "The token does not allow this"),
  NOT_FOUND(404, "There is nothing here"),
  NOT_ACCEPTABLE(406, "There is no answer in a form that was asked for"),
  TOO_LARGE(413, "The body is larger than it may be"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is in a form that is not taken here"),
  CONTRACT_VIOLATION(422, "The document does not keep its contract"),
  BAD_CURSOR(422, "The cursor does not belong to this list"),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used with another request"),
  INTERNAL(500, "Something broke here, not there"),
  BUSY(503, "Too many changes at once; try again"),
  OUTBOX_FULL(503, "Too much waits to be sent about this; try again later");

  private final int status;
  private final String title;

  Problem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
