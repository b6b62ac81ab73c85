package waybill.contracts;

import com.networknt.schema.regex.RegularExpressions;
import java.util.regex.Pattern;

/** An expression of ECMA-262 in Java's words. */
final class JavaExpression {
  private JavaExpression() {}

  static Pattern of(String source) {
    return Pattern.compile(
        RegularExpressions.replaceLongformCharacterProperties(
            RegularExpressions.replaceDollarAnchors(withPlainClasses(source))));
  }

  /**
   * Within a class {@code [} and {@code &} are letters like others; Java would nest and intersect.
   */
  private static String withPlainClasses(String source) {
    StringBuilder java = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (inClass && (c == '[' || c == '&')) java.append('\\');
      java.append(c);
      if (c == '\\' && i + 1 < source.length()) java.append(source.charAt(++i));
      else if (c == '[') inClass = true;
      else if (c == ']') inClass = false;
    }
    return java.toString();
  }
}
