package waybill.kit.http;

/** The body is in a form that is not taken here. */
public final class NotTaken extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public NotTaken(String why) {
    super(why);
  }
}
