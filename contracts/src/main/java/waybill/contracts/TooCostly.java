package waybill.contracts;

/** To check a document against its schema would take longer than anybody wants to wait. */
public final class TooCostly extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooCostly() {
    super("the schema refers to itself too often for this document", null, false, false);
  }
}
