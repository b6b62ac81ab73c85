package waybill.contracts.logic;

/** A schema that would take more memory than may be spent on it. */
public final class TooLarge extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooLarge(String reason) {
    super(reason);
  }
}
