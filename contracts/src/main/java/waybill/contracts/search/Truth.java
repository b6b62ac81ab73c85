package waybill.contracts.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import waybill.contracts.logic.Formula;
import waybill.contracts.logic.Type;
import waybill.contracts.logic.Values;

/** Whether a formula is true of a value. */
public enum Truth {
  NO,
  UNSURE,
  YES;

  static Truth of(boolean value) {
    return value ? YES : NO;
  }

  Truth not() {
    return this == UNSURE ? UNSURE : of(this == NO);
  }

  private Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  private Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public static Truth of(Formula formula, JsonNode value) {
    return of(formula, value, new Memory());
  }

  /**
   * What is deferred is asked once of each value, though it may be met on many ways: their number
   * doubles with each level.
   */
  private static final class Memory {
    private final IdentityHashMap<JsonNode, Map<Formula, Truth>> known = new IdentityHashMap<>();

    Truth deferred(Formula formula, JsonNode value) {
      Map<Formula, Truth> ofValue = known.computeIfAbsent(value, one -> new HashMap<>());
      Truth before = ofValue.get(formula);
      if (before != null) return before;
      Truth truth = of(formula.meant(), value, this);
      ofValue.put(formula, truth);
      return truth;
    }
  }

  private static Truth of(Formula formula, JsonNode value, Memory memory) {
    Formula.Shape shape = formula.shape();
    if (shape instanceof Formula.Always) return YES;
    if (shape instanceof Formula.Not not) return of(not.formula(), value, memory).not();
    if (shape instanceof Formula.All all) {
      Truth truth = YES;
      for (Formula each : all.formulas()) {
        if (truth == NO) break;
        truth = truth.and(of(each, value, memory));
      }
      return truth;
    }
    if (shape instanceof Formula.Any any) {
      Truth truth = NO;
      for (Formula each : any.formulas()) {
        if (truth == YES) break;
        truth = truth.or(of(each, value, memory));
      }
      return truth;
    }
    if (shape instanceof Formula.OfType types) return of(types.types().contains(Type.of(value)));
    if (shape instanceof Formula.In in) return of(in.values().contains(Values.normal(value)));
    if (shape instanceof Formula.Deferred) return memory.deferred(formula, value);
    if (shape instanceof Formula.OnNumber on)
      return of(!value.isNumber() || onNumber(on, value.decimalValue()));
    if (shape instanceof Formula.OnString on)
      return of(!value.isTextual() || onString(on, value.textValue()));
    if (shape instanceof Formula.OnArray on)
      return value.isArray() ? onArray(on, value, memory) : YES;
    if (shape instanceof Formula.OnObject on)
      return value.isObject() ? onObject(on, value, memory) : YES;
    return UNSURE;
  }

  private static boolean onNumber(Formula.OnNumber on, BigDecimal number) {
    if (on instanceof Formula.Above above) {
      int compared = number.compareTo(above.bound());
      return compared > 0 || (above.orEqual() && compared == 0);
    }
    if (on instanceof Formula.Below below) {
      int compared = number.compareTo(below.bound());
      return compared < 0 || (below.orEqual() && compared == 0);
    }
    return number.remainder(((Formula.MultipleOf) on).step()).signum() == 0;
  }

  private static boolean onString(Formula.OnString on, String text) {
    int length = text.codePointCount(0, text.length());
    if (on instanceof Formula.MinLength min) return length >= min.length();
    if (on instanceof Formula.MaxLength max) return length <= max.length();
    return ((Formula.Matches) on).expression().isIn(text);
  }

  private static Truth onArray(Formula.OnArray on, JsonNode array, Memory memory) {
    if (on instanceof Formula.MinItems min) return of(array.size() >= min.count());
    if (on instanceof Formula.MaxItems max) return of(array.size() <= max.count());
    if (on instanceof Formula.Unique) return of(isUnique(array));
    if (on instanceof Formula.Item item)
      return array.has(item.index()) ? of(item.formula(), array.get(item.index()), memory) : YES;
    if (on instanceof Formula.ItemsFrom from) {
      Truth truth = YES;
      for (int i = from.index(); i < array.size(); i++)
        truth = truth.and(of(from.formula(), array.get(i), memory));
      return truth;
    }
    return contains((Formula.Contains) on, array, memory);
  }

  private static Truth contains(Formula.Contains contains, JsonNode array, Memory memory) {
    int yes = 0;
    int unsure = 0;
    for (JsonNode item : array) {
      Truth truth = of(contains.formula(), item, memory);
      if (truth == YES) yes++;
      if (truth == UNSURE) unsure++;
    }
    if (yes >= contains.least()) return YES;
    return yes + unsure >= contains.least() ? UNSURE : NO;
  }

  private static boolean isUnique(JsonNode array) {
    Set<JsonNode> seen = new HashSet<>();
    for (JsonNode item : array) if (!seen.add(Values.normal(item))) return false;
    return true;
  }

  private static Truth onObject(Formula.OnObject on, JsonNode object, Memory memory) {
    if (on instanceof Formula.MinProperties min) return of(object.size() >= min.count());
    if (on instanceof Formula.MaxProperties max) return of(object.size() <= max.count());
    if (on instanceof Formula.Required required) return of(object.has(required.name()));
    Formula.Members members = (Formula.Members) on;
    Truth truth = YES;
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      Truth named = of(members.names(), Values.text(member.getKey()), memory);
      if (named != NO)
        truth = truth.and(named.not().or(of(members.values(), member.getValue(), memory)));
    }
    return truth;
  }
}
