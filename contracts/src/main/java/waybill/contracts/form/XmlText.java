package waybill.contracts.form;

/** Text as XML 1.0 can hold it, so that no parser changes it on the way. */
final class XmlText {
  private XmlText() {}

  /**
   * @throws Unmappable if it has characters for which XML has neither a place nor a reference
   */
  static String escaped(String text, boolean inAttribute) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      if (!isCharacter(c)) throw new Unmappable("has a character that XML does not hold");
      append(c, inAttribute, out);
    }
    return out.toString();
  }

  private static void append(int c, boolean inAttribute, StringBuilder out) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append(inAttribute ? "&quot;" : "\"");
      case '\r' -> out.append("&#13;");
      case '\n' -> out.append(inAttribute ? "&#10;" : "\n");
      case '\t' -> out.append(inAttribute ? "&#9;" : "\t");
      default -> out.appendCodePoint(c);
    }
  }

  private static boolean isCharacter(int c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c < 0xd800 || (c >= 0xe000 && c != 0xfffe && c != 0xffff);
  }

  static boolean isSpace(String text) {
    return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r');
  }

  /** Where spaces around a value mean nothing. */
  static String collapsed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.substring(from, from + 1))) from++;
    while (from < to && isSpace(text.substring(to - 1, to))) to--;
    return text.substring(from, to);
  }
}
