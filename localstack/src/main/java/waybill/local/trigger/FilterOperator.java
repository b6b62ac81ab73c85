package waybill.local.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import waybill.local.template.TemplateException;

/** The operators of a filter pattern. */
final class FilterOperator {
  private FilterOperator() {}

  static Predicate<JsonNode> of(String path, JsonNode rule) {
    if (rule.size() != 1) throw new TemplateException(path + ": one operator at a time: " + rule);
    var name = rule.fieldNames().next();
    var argument = rule.path(name);
    return switch (name) {
      case "exists" -> exists(argument);
      case "prefix" -> value -> value.isTextual() && value.asText().startsWith(argument.asText());
      case "suffix" -> value -> value.isTextual() && value.asText().endsWith(argument.asText());
      case "equals-ignore-case" ->
          value -> value.isTextual() && value.asText().equalsIgnoreCase(argument.asText());
      case "anything-but" -> anythingBut(path, argument);
      case "numeric" -> numeric(path, argument);
      default -> throw Filter.unknown(path, name);
    };
  }

  /** Only a leaf exists: an object between the root and a leaf does not. */
  private static Predicate<JsonNode> exists(JsonNode wanted) {
    return value -> (value.isValueNode() && !value.isMissingNode()) == wanted.asBoolean();
  }

  private static Predicate<JsonNode> anythingBut(String path, JsonNode argument) {
    if (argument.isObject()) {
      var inner = of(path, argument);
      return value -> !value.isMissingNode() && !inner.test(value);
    }
    List<JsonNode> unwanted = new ArrayList<>();
    if (argument.isArray()) argument.forEach(unwanted::add);
    else unwanted.add(argument);
    return value ->
        value.isValueNode()
            && !value.isMissingNode()
            && unwanted.stream().noneMatch(other -> Filter.equal(other).test(value));
  }

  private static Predicate<JsonNode> numeric(String path, JsonNode argument) {
    Predicate<JsonNode> all = JsonNode::isNumber;
    for (int i = 0; i + 1 < argument.size(); i += 2) {
      var comparison = comparison(path, argument.get(i).asText());
      BigDecimal bound = argument.get(i + 1).decimalValue();
      all = all.and(value -> comparison.test(value.decimalValue().compareTo(bound)));
    }
    return all;
  }

  private static IntPredicate comparison(String path, String sign) {
    return switch (sign) {
      case "=" -> order -> order == 0;
      case "<" -> order -> order < 0;
      case "<=" -> order -> order <= 0;
      case ">" -> order -> order > 0;
      case ">=" -> order -> order >= 0;
      default -> throw Filter.unknown(path, "numeric " + sign);
    };
  }
}
