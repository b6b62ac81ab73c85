package waybill.contracts.logic;

/** A schema that cannot be read as a formula, and why. */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Unreadable(String reason) {
    super(reason);
  }
}
