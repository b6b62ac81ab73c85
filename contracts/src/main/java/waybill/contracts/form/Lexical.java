package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import waybill.contracts.Json;
import waybill.contracts.Malformed;

/** How XML Schema writes values. What is none of its kind stays the text that it is. */
final class Lexical {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.[0-9]*|\\.[0-9]+)");

  private Lexical() {}

  static JsonNode flag(String text) {
    return switch (XmlText.collapsed(text)) {
      case "true", "1" -> BooleanNode.TRUE;
      case "false", "0" -> BooleanNode.FALSE;
      default -> TextNode.valueOf(text);
    };
  }

  static JsonNode number(String text) {
    String collapsed = XmlText.collapsed(text);
    boolean whole = WHOLE.matcher(collapsed).matches();
    if (!whole && !DECIMAL.matcher(collapsed).matches()) return TextNode.valueOf(text);
    if (collapsed.chars().filter(Character::isDigit).count() > Json.NUMBER_DIGITS_MAX)
      throw new Malformed("has a number that is too long");
    return whole
        ? Numeric.whole(new BigInteger(collapsed))
        : DecimalNode.valueOf(new BigDecimal(collapsed));
  }
}
