package waybill.kit.commit;

/** However often it was decided again, somebody else was faster. */
public final class Conflicted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Conflicted(int decisions) {
    super("still in conflict after " + decisions + " decisions");
  }
}
