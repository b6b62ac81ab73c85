package waybill.contracts.bridge;

/** An expression that is no translation, or a document that could not be translated. */
public final class NoTranslation extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoTranslation(String message) {
    super(message);
  }
}
