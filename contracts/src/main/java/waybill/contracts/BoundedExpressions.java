package waybill.contracts;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.regex.Pattern;
import waybill.contracts.text.Expression;
import waybill.contracts.text.NotRegular;

/**
 * Java's own expressions, which are fast but can take for ever: after so many looks at a text a
 * finite machine takes over, which is slower and always comes to an end.
 */
final class BoundedExpressions implements RegularExpressionFactory {

  @Override
  public RegularExpression getRegularExpression(String source) {
    Pattern pattern = JavaExpression.of(source);
    return text -> isIn(text, pattern, source);
  }

  private static boolean isIn(String text, Pattern pattern, String source) {
    try {
      return pattern.matcher(new CountedText(text)).find();
    } catch (CountedText.TooManyLooks | StackOverflowError e) {
      return byMachine(text, source);
    }
  }

  private static boolean byMachine(String text, String source) {
    try {
      return Expression.of(source).isIn(text);
    } catch (NotRegular e) {
      throw new IllegalStateException("an expression that comes to no end: " + source, e);
    }
  }
}
