package waybill.kit.commit;

/** An item has said more than was taken away; the commit may be tried again later. */
public final class OutboxFull extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutboxFull(Key key) {
    super("too much is unsent at " + key);
  }
}
