package waybill.contracts.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.logic.Formula;
import waybill.contracts.logic.Formulas;
import waybill.contracts.logic.Type;
import waybill.contracts.logic.Values;

/**
 * Looks for a value of which all formulas of a goal are true: type by type, case by case, down to
 * what is said about one value of one type, and from there into its items and members.
 *
 * <p>Values are finite. So a goal that leads to itself is not reached that way: while it is open,
 * it counts as having none.
 */
public final class Search {
  private static final int DEPTH_MAX = 60;

  /** Parts are shared while they are put together: written out, a few could fill the memory. */
  private static final int VALUES_MAX = 10_000;

  private final Formulas formulas;
  private final Budget budget;
  private final Map<Set<Formula>, Finding> known = new HashMap<>();
  private final Map<Set<Formula>, Integer> open = new HashMap<>();

  /** The outermost open goal that was met again; what depends on it is not known for good. */
  private int metAgain = Integer.MAX_VALUE;

  public Search(Formulas formulas, Budget budget) {
    this.formulas = formulas;
    this.budget = budget;
  }

  Formulas formulas() {
    return formulas;
  }

  Budget budget() {
    return budget;
  }

  public Finding find(Collection<Formula> goal) {
    Formula all = formulas.all(goal);
    if (all == formulas.never) return Finding.none();
    Set<Formula> whole =
        new LinkedHashSet<>(
            all.shape() instanceof Formula.All each ? each.formulas() : List.of(all));
    Finding before = known.get(whole);
    if (before != null) return before;
    Integer at = open.get(whole);
    if (at != null) {
      metAgain = Math.min(metAgain, at);
      return Finding.none();
    }
    return opened(whole);
  }

  private Finding opened(Set<Formula> goal) {
    int depth = open.size();
    if (depth > DEPTH_MAX) return new Finding.Unknown("nested deeper than " + DEPTH_MAX);
    int outer = metAgain;
    metAgain = Integer.MAX_VALUE;
    open.put(goal, depth);
    Finding finding;
    try {
      finding = anyType(goal);
    } finally {
      open.remove(goal);
    }
    boolean isForGood = metAgain >= depth || finding instanceof Finding.Found;
    if (isForGood) known.put(goal, finding);
    metAgain = metAgain >= depth ? outer : Math.min(outer, metAgain);
    return finding;
  }

  private Finding anyType(Set<Formula> goal) {
    Alternatives types = new Alternatives();
    for (Type type : EnumSet.allOf(Type.class)) if (types.add(ofType(type, goal))) break;
    return types.best();
  }

  /** The same for strings alone, as names are. */
  Finding findText(Collection<Formula> goal) {
    Set<Formula> whole = new LinkedHashSet<>(goal);
    whole.add(formulas.ofType(EnumSet.of(Type.STRING)));
    return find(whole);
  }

  private Finding ofType(Type type, Set<Formula> goal) {
    return new Branch(this, type).with(goal).run();
  }

  /** Given up if it is larger than anybody would want to look at. */
  Finding made(JsonNode value, boolean sure) {
    return size(value) > VALUES_MAX
        ? new Finding.Unknown("a document of more than " + VALUES_MAX + " values")
        : new Finding.Found(value, sure);
  }

  private static int size(JsonNode value) {
    int size = 1;
    for (JsonNode inner : value) {
      if (size > VALUES_MAX) break;
      size += size(inner);
    }
    return size;
  }

  /** One of some values of which all is true. */
  Finding among(Collection<JsonNode> values, Type type, Collection<Formula> goal) {
    Alternatives alternatives = new Alternatives();
    for (JsonNode value : values) {
      budget.step();
      if (Type.of(value) != type) continue;
      Truth truth = truth(goal, value);
      if (truth != Truth.NO && alternatives.add(new Finding.Found(value, truth == Truth.YES)))
        break;
    }
    return alternatives.best();
  }

  static Truth truth(Collection<Formula> goal, JsonNode value) {
    Truth worst = Truth.YES;
    for (Formula formula : goal) {
      Truth truth = Truth.of(formula, value);
      if (truth.compareTo(worst) < 0) worst = truth;
      if (worst == Truth.NO) break;
    }
    return worst;
  }

  /**
   * Up to so many different values; fewer only if there are no more, or null if that is unknown.
   */
  @Nullable List<JsonNode> several(Collection<Formula> goal, int most) {
    List<JsonNode> values = new ArrayList<>();
    while (values.size() < most) {
      List<Formula> more = new ArrayList<>(goal);
      if (!values.isEmpty()) more.add(formulas.not(formulas.in(values)));
      Finding finding = find(more);
      if (finding.isNone()) return values;
      if (!(finding instanceof Finding.Found found) || !found.sure()) return null;
      values.add(Values.normal(found.value()));
    }
    return values;
  }
}
