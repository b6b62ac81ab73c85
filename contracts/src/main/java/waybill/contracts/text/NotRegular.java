package waybill.contracts.text;

/** Not a regular expression, or one with parts that no finite machine can follow. */
public final class NotRegular extends Exception {
  private static final long serialVersionUID = 1;

  NotRegular(String message) {
    super(message);
  }
}
