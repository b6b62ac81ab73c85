package waybill.contracts.bridge;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses what would make a translation depend on more than the document, or let a short expression
 * take long: the clock, chance, expressions made of texts, padding, regular expressions, and names
 * of the engine itself. It reads token by token, exactly as the engine does: what the two took for
 * different tokens could hide in a text.
 */
final class Purity {
  private static final Set<String> IMPURE =
      Set.of("now", "millis", "random", "shuffle", "eval", "pad", "toMillis", "fromMillis");

  /** The engine keeps its own bounds under such names. */
  private static final String ENGINE = "__";

  private static final String SPACE = " \t\n\r";
  private static final String OPERATORS = ".[]{}(),@#;:?+-*/%|=<>^&!~";
  private static final String ENDS_AN_OPERAND = ")]}";
  private static final Set<String> WORD_OPERATORS = Set.of("and", "or", "in");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|([1-9][0-9]*))(\\.[0-9]+)?([Ee][-+]?[0-9]+)?");

  private final String expression;
  private int at;
  private boolean behindOperand;

  private Purity(String expression) {
    this.expression = expression;
  }

  static void check(String expression) {
    new Purity(expression).check();
  }

  private void check() {
    while (at < expression.length()) {
      char c = expression.charAt(at);
      if (SPACE.indexOf(c) >= 0) at++;
      else if (expression.startsWith("/*", at)) skipComment();
      else if (OPERATORS.indexOf(c) >= 0) operator(c);
      else operand(c);
    }
  }

  private void operator(char c) {
    if (c == '/' && !behindOperand)
      throw new NoTranslation("regular expressions are not allowed, at character " + at);
    behindOperand = ENDS_AN_OPERAND.indexOf(c) >= 0;
    at++;
  }

  private void operand(char c) {
    behindOperand = true;
    Matcher number = NUMBER.matcher(expression).region(at, expression.length());
    if (c == '"' || c == '\'') skipText(c);
    else if (number.lookingAt()) at = number.end();
    else if (c == '`') skipQuotedName();
    else name();
  }

  private void skipText(char quote) {
    at++;
    while (at < expression.length() && expression.charAt(at) != quote)
      at += expression.charAt(at) == '\\' ? 2 : 1;
    at++;
  }

  private void skipQuotedName() {
    int end = expression.indexOf('`', at + 1);
    at = end < 0 ? expression.length() : end + 1;
  }

  private void skipComment() {
    int end = expression.indexOf("*/", at + 2);
    at = end < 0 ? expression.length() : end + 2;
  }

  /** Behind {@code and}, {@code or} and {@code in} an operand follows, as behind an operator. */
  private void name() {
    int start = at;
    while (at < expression.length() && isOfName(expression.charAt(at))) at++;
    String name = expression.substring(start, at);
    if (name.startsWith("$")) checkVariable(name.substring(1));
    else behindOperand = !WORD_OPERATORS.contains(name);
  }

  private static boolean isOfName(char c) {
    return SPACE.indexOf(c) < 0 && OPERATORS.indexOf(c) < 0;
  }

  private static void checkVariable(String name) {
    if (IMPURE.contains(name) || name.startsWith(ENGINE))
      throw new NoTranslation("$" + name + " is not allowed");
  }
}
