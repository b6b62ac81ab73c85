package waybill.local.s3;

/** S3 answers in XML; whatever comes from outside is escaped. */
public final class Xml {

  static String document(String root, String content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<"
        + root
        + ">"
        + content
        + "</"
        + root
        + ">";
  }

  static String element(String name, String text) {
    return "<" + name + ">" + escaped(text) + "</" + name + ">";
  }

  /** The document that S3 refuses with. */
  public static String error(String code, String message) {
    return document("Error", element("Code", code) + element("Message", message));
  }

  /** What XML cannot hold at all becomes a question mark. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> escaped.append(escaped(c)));
    return escaped.toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\'' -> "&apos;";
      default -> isXml(c) ? Character.toString(c) : "?";
    };
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private Xml() {}
}
