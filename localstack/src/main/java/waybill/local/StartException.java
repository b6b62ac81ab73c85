package waybill.local;

/** One sentence that says why the machine does not start, for whom started it. */
public final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StartException(String message) {
    super(message);
  }
}
