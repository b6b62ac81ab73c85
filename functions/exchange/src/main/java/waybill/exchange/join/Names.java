package waybill.exchange.join;

import java.util.regex.Pattern;

/** Names of subscriptions. */
final class Names {
  static final String FORM = "a lower-case letter, then at most 63 of them, digits and hyphens";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  private Names() {}
}
