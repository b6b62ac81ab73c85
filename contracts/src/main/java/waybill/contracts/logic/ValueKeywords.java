package waybill.contracts.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import waybill.contracts.logic.Formula.Shape;
import waybill.contracts.text.Expression;
import waybill.contracts.text.NotRegular;

/** Keywords whose own value says it all. */
final class ValueKeywords {
  private final Formulas formulas;

  ValueKeywords(Formulas formulas) {
    this.formulas = formulas;
  }

  List<Formula> read(JsonNode schema) {
    List<Formula> all = new ArrayList<>();
    schema.properties().forEach(member -> all.add(of(member.getKey(), member.getValue())));
    return all;
  }

  private Formula of(String keyword, JsonNode value) {
    return switch (keyword) {
      case "type" -> types(value);
      case "const" -> formulas.in(List.of(value));
      case "enum" -> formulas.in(items(value));
      case "minimum" -> formulas.of(new Formula.Above(number(value), true));
      case "exclusiveMinimum" -> formulas.of(new Formula.Above(number(value), false));
      case "maximum" -> formulas.of(new Formula.Below(number(value), true));
      case "exclusiveMaximum" -> formulas.of(new Formula.Below(number(value), false));
      case "multipleOf" -> formulas.of(new Formula.MultipleOf(step(value)));
      case "minLength" -> least(value, new Formula.MinLength(count(value)));
      case "maxLength" -> formulas.of(new Formula.MaxLength(count(value)));
      case "pattern" -> ofStrings(matches(formulas, value.asText()));
      case "minItems" -> least(value, new Formula.MinItems(count(value)));
      case "maxItems" -> formulas.of(new Formula.MaxItems(count(value)));
      case "uniqueItems" -> value.asBoolean() ? formulas.of(new Formula.Unique()) : formulas.always;
      case "minProperties" -> least(value, new Formula.MinProperties(count(value)));
      case "maxProperties" -> formulas.of(new Formula.MaxProperties(count(value)));
      case "required" ->
          formulas.all(
              items(value).stream()
                  .map(name -> formulas.of(new Formula.Required(name.asText())))
                  .toList());
      default -> formulas.always;
    };
  }

  /** What looks ahead from the very start says of the same text that it is, or is not, so. */
  static Formula matches(Formulas formulas, String expression) {
    LookAhead looks = LookAhead.first(expression);
    if (looks == null) return plain(formulas, expression);
    Formula ahead = matches(formulas, looks.ahead());
    return formulas.all(
        List.of(looks.isWanted() ? ahead : formulas.not(ahead), matches(formulas, looks.rest())));
  }

  private static Formula plain(Formulas formulas, String expression) {
    try {
      return formulas.of(new Formula.Matches(Expression.of(expression)));
    } catch (NotRegular e) {
      return formulas.unclear("the expression " + expression + ": " + e.getMessage());
    }
  }

  private Formula ofStrings(Formula formula) {
    return formulas.implies(formulas.ofType(EnumSet.of(Type.STRING)), formula);
  }

  private Formula least(JsonNode value, Shape shape) {
    return count(value) == 0 ? formulas.always : formulas.of(shape);
  }

  private Formula types(JsonNode value) {
    Set<Type> plain = EnumSet.noneOf(Type.class);
    boolean integer = false;
    for (JsonNode name : value.isArray() ? items(value) : List.of(value)) {
      if (name.asText().equals("integer")) integer = true;
      else plain.add(type(name.asText()));
    }
    Formula types = formulas.ofType(plain);
    boolean adds = integer && !plain.contains(Type.NUMBER);
    return adds ? formulas.any(List.of(types, formulas.integer())) : types;
  }

  private static Type type(String name) {
    try {
      return Type.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Unreadable("an unknown type");
    }
  }

  private static List<JsonNode> items(JsonNode array) {
    if (!array.isArray()) throw new Unreadable("a list that is none");
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }

  private static BigDecimal number(JsonNode value) {
    if (!value.isNumber()) throw new Unreadable("a bound that is no number");
    return value.decimalValue().stripTrailingZeros();
  }

  private static BigDecimal step(JsonNode value) {
    BigDecimal step = number(value);
    if (step.signum() <= 0) throw new Unreadable("multipleOf of nothing");
    return step;
  }

  static int count(JsonNode value) {
    BigDecimal count = number(value);
    if (count.signum() < 0 || count.stripTrailingZeros().scale() > 0)
      throw new Unreadable("a count that is none");
    return count.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
  }
}
