package waybill.contracts.form;

/**
 * A value that a form can't hold exactly. Says where and why, and never repeats the value; nothing
 * is ever rounded.
 */
public final class Unmappable extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  Unmappable(String why) {
    super(why);
  }
}
