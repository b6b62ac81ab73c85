package waybill.local.command;

/** One sentence that says why the command does not do what was asked. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  Refused(String message) {
    super(message);
  }
}
