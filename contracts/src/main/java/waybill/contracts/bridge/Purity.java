package waybill.contracts.bridge;

import java.util.Set;

/**
 * Refuses what would make a translation depend on more than the document, or let a short expression
 * take long: the clock, chance, expressions made of texts, padding, and regular expressions.
 */
final class Purity {
  private static final Set<String> IMPURE =
      Set.of("now", "millis", "random", "shuffle", "eval", "pad", "toMillis", "fromMillis");

  private static final String BEFORE_AN_OPERAND = "(,[{:?=<>&|~+-*/%!;";

  private final String expression;
  private int at;
  private char before = '(';

  private Purity(String expression) {
    this.expression = expression;
  }

  static void check(String expression) {
    new Purity(expression).check();
  }

  private void check() {
    while (at < expression.length()) {
      char c = expression.charAt(at);
      if (c == '"' || c == '\'' || c == '`') skipQuoted(c);
      else if (expression.startsWith("/*", at)) skipComment();
      else if (c == '$') checkName();
      else if (c == '/' && BEFORE_AN_OPERAND.indexOf(before) >= 0)
        throw new NoTranslation("regular expressions are not allowed, at character " + at);
      else {
        if (!Character.isWhitespace(c)) before = wordOr(c);
        at++;
      }
    }
  }

  /** Behind {@code and}, {@code or} and {@code in} an operand follows, as behind an operator. */
  private char wordOr(char c) {
    boolean ends =
        at + 1 == expression.length() || !Character.isLetterOrDigit(expression.charAt(at + 1));
    String so = expression.substring(0, at + 1);
    return ends && so.matches("(?s).*(^|\\W)(and|or|in)") ? '(' : c;
  }

  private void skipQuoted(char quote) {
    at++;
    while (at < expression.length() && expression.charAt(at) != quote)
      at += expression.charAt(at) == '\\' && quote != '`' ? 2 : 1;
    at++;
    before = quote;
  }

  private void skipComment() {
    int end = expression.indexOf("*/", at + 2);
    at = end < 0 ? expression.length() : end + 2;
  }

  private void checkName() {
    int end = at + 1;
    while (end < expression.length() && Character.isLetterOrDigit(expression.charAt(end))) end++;
    String name = expression.substring(at + 1, end);
    if (IMPURE.contains(name)) throw new NoTranslation("$" + name + " is not allowed");
    before = 'a';
    at = end;
  }
}
