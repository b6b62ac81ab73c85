package waybill.kit.commit;

/** The cursor is not one that this list gave out. */
public final class BadCursor extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public BadCursor() {
    super("the cursor does not belong to this list");
  }
}
