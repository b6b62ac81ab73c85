package waybill.catalog;

import java.util.regex.Pattern;

/** What a service may be called: its name is the prefix of its contracts and a key of messages. */
final class Names {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  /** {@code GET /services/changes} is the feed. */
  private static final String CHANGES = "changes";

  static boolean isName(String text) {
    return NAME.matcher(text).matches() && !text.equals(CHANGES);
  }

  private Names() {}
}
