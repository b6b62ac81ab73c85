package waybill.catalog;

/** A table lists the last place first; contracts are listed by name. */
final class Alphabet {
  private static final char FIRST = '!';
  private static final char LAST = '~';

  /**
   * Turns the order round: {@code a} before {@code ab} before {@code b} becomes the reverse. For
   * visible ASCII without {@code ~}, which names are.
   */
  static String downwards(String name) {
    StringBuilder turned = new StringBuilder(name.length() + 1);
    for (int i = 0; i < name.length(); i++) turned.append((char) (FIRST + LAST - name.charAt(i)));
    return turned.append(LAST).toString();
  }

  private Alphabet() {}
}
