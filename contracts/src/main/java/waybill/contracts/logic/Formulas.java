package waybill.contracts.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import waybill.contracts.logic.Formula.Shape;

/** Makes formulas, each once. Not for several threads. */
public final class Formulas {
  static final int FORMULAS_MAX = 200_000;
  private static final int CHOICES_MAX = 500;

  private final Map<Shape, Formula> made = new HashMap<>();
  public final Formula always = of(new Formula.Always());
  public final Formula never = not(always);

  private @Nullable String unclear;

  /** What was not understood first, if anything was not. */
  public @Nullable String unclear() {
    return unclear;
  }

  public Formula of(Shape shape) {
    Formula known = made.get(shape);
    if (known != null) return known;
    if (made.size() == FORMULAS_MAX) throw new TooLarge("more than can be kept in mind");
    Formula formula = new Formula(made.size(), shape);
    made.put(shape, formula);
    return formula;
  }

  public Formula not(Formula formula) {
    if (formula.shape() instanceof Formula.Not not) return not.formula();
    Formula known = formula.negation();
    if (known != null) return known;
    Formula negation = of(new Formula.Not(formula));
    formula.negation(negation);
    return negation;
  }

  public Formula all(Collection<Formula> formulas) {
    Set<Formula> flat = new LinkedHashSet<>();
    for (Formula each : formulas) {
      if (each.shape() instanceof Formula.All all) flat.addAll(all.formulas());
      else if (each == never) return never;
      else if (each != always) flat.add(each);
    }
    for (Formula each : flat) if (flat.contains(not(each))) return never;
    if (flat.isEmpty()) return always;
    return flat.size() == 1 ? flat.iterator().next() : of(new Formula.All(List.copyOf(flat)));
  }

  public Formula any(Collection<Formula> formulas) {
    Set<Formula> flat = new LinkedHashSet<>();
    for (Formula each : formulas) {
      if (each.shape() instanceof Formula.Any any) flat.addAll(any.formulas());
      else if (each == always) return always;
      else if (each != never) flat.add(each);
    }
    for (Formula each : flat) if (flat.contains(not(each))) return always;
    if (flat.isEmpty()) return never;
    return flat.size() == 1 ? flat.iterator().next() : of(new Formula.Any(List.copyOf(flat)));
  }

  public Formula implies(Formula condition, Formula then) {
    return any(List.of(not(condition), then));
  }

  /** Exactly one of them; each speaks of all others, so there must not be many. */
  public Formula one(List<Formula> formulas) {
    if (formulas.size() > CHOICES_MAX) throw new TooLarge("oneOf of more than " + CHOICES_MAX);
    List<Formula> choices = new ArrayList<>();
    for (int i = 0; i < formulas.size(); i++) {
      List<Formula> chosen = new ArrayList<>();
      chosen.add(formulas.get(i));
      for (int j = 0; j < formulas.size(); j++) if (j != i) chosen.add(not(formulas.get(j)));
      choices.add(all(chosen));
    }
    return any(choices);
  }

  public Formula ofType(Set<Type> types) {
    if (types.isEmpty()) return never;
    return types.size() == Type.values().length
        ? always
        : of(new Formula.OfType(EnumSet.copyOf(types)));
  }

  public Formula in(Collection<JsonNode> values) {
    Set<JsonNode> normal = new LinkedHashSet<>();
    values.forEach(value -> normal.add(Values.normal(value)));
    return normal.isEmpty() ? never : of(new Formula.In(normal));
  }

  public Formula integer() {
    return all(
        List.of(ofType(EnumSet.of(Type.NUMBER)), of(new Formula.MultipleOf(BigDecimal.ONE))));
  }

  public Formula members(Formula names, Formula values) {
    return names == never || values == always ? always : of(new Formula.Members(names, values));
  }

  public Formula itemsFrom(int index, Formula formula) {
    return formula == always ? always : of(new Formula.ItemsFrom(index, formula));
  }

  public Formula item(int index, Formula formula) {
    return formula == always ? always : of(new Formula.Item(index, formula));
  }

  public Formula deferred(String key, Supplier<Formula> to) {
    Formula formula = of(new Formula.Deferred(key));
    formula.deferred(to);
    return formula;
  }

  public Formula unclear(String reason) {
    if (unclear == null) unclear = reason;
    return of(new Formula.Unclear(reason));
  }
}
