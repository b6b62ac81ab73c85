package waybill.kit.commit;

/** The table took no more for now, although it was asked several times; nothing was written. */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unavailable(String what, Throwable cause) {
    super(what, cause);
  }
}
