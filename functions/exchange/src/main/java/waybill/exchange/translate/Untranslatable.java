package waybill.exchange.translate;

/** There is no way from the message's version to the one that a subscriber takes. */
public final class Untranslatable extends Exception {
  private static final long serialVersionUID = 1L;

  Untranslatable(String why) {
    super(why);
  }

  public static Untranslatable because(String why) {
    return new Untranslatable(why);
  }

  /** For people. */
  public String reason() {
    return "untranslatable: " + getMessage();
  }
}
