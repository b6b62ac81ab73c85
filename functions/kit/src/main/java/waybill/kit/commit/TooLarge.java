package waybill.kit.commit;

/** A document or a message is larger than an item may hold; nothing was written. */
public final class TooLarge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TooLarge(String what, int bytes, int most) {
    super(what + " has " + bytes + " bytes, at most " + most + " are taken");
  }
}
