package waybill.contracts.logic;

import org.jspecify.annotations.Nullable;

/**
 * {@code ^(?!a)b}: what the text must, or must not, begin with, and the rest of the expression.
 *
 * @param ahead an expression of its own
 */
record LookAhead(String ahead, boolean isWanted, String rest) {

  /** The first one of an expression that begins with one; else null. */
  static @Nullable LookAhead first(String expression) {
    boolean isWanted = expression.startsWith("^(?=");
    if (!isWanted && !expression.startsWith("^(?!")) return null;
    int end = index(expression, 1, ')');
    if (end < 0) return null;
    String rest = expression.substring(end + 1);
    boolean isRepeated = !rest.isEmpty() && "*+?{".indexOf(rest.charAt(0)) >= 0;
    if (isRepeated || index(rest, 0, '|') >= 0) return null;
    return new LookAhead("^(?:" + expression.substring(4, end) + ")", isWanted, "^" + rest);
  }

  /** The index of a mark outside of classes and, but for its own, of brackets. */
  private static int index(String expression, int from, char mark) {
    int depth = 0;
    boolean inClass = false;
    for (int i = from; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (c == '(' && !inClass) depth++;
      if (c == ')' && !inClass) depth--;
      if (c == mark && depth == 0 && !inClass) return i;
      if (c == '\\') i++;
      else inClass = inClass ? c != ']' : c == '[';
    }
    return -1;
  }
}
