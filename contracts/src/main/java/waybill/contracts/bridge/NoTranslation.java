package waybill.contracts.bridge;

/** An expression that is no translation, or a document that could not be translated. */
public final class NoTranslation extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String side;

  NoTranslation(String message) {
    this("", message);
  }

  NoTranslation(String side, String message) {
    super(message);
    this.side = side;
  }

  /** {@code up} or {@code down}, if it is a part of a bridge. */
  public String side() {
    return side;
  }
}
