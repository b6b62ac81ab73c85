package waybill.local.check;

/** What was named is no catalog, or does not answer: nothing can be said about any contract. */
public final class Unusable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unusable(String message) {
    super(message);
  }
}
