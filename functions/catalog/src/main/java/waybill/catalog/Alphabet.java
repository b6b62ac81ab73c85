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
    return beginning(name) + LAST;
  }

  /** How the places of all names begin that begin so. */
  static String beginning(String name) {
    StringBuilder turned = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) turned.append((char) (FIRST + LAST - name.charAt(i)));
    return turned.toString();
  }

  private Alphabet() {}
}
