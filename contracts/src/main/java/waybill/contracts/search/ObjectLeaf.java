package waybill.contracts.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import waybill.contracts.logic.Formula;
import waybill.contracts.logic.Values;

/** What is said about objects: what each member must be, and which there must be. */
final class ObjectLeaf extends Leaf {
  final List<Formula.Members> each = new ArrayList<>();
  final List<Formula.Members> some = new ArrayList<>();
  final Set<String> required = new LinkedHashSet<>();
  final Set<String> absent = new LinkedHashSet<>();
  int min;
  int max = Integer.MAX_VALUE;

  ObjectLeaf(Search search) {
    super(search);
  }

  @Override
  void hear(Formula.Shape shape, boolean isTrue) {
    if (shape instanceof Formula.Members members) (isTrue ? each : some).add(members);
    if (shape instanceof Formula.Required one) (isTrue ? required : absent).add(one.name());
    if (shape instanceof Formula.MinProperties least) {
      if (isTrue) min = Math.max(min, least.count());
      else max = Math.min(max, least.count() - 1);
    }
    if (shape instanceof Formula.MaxProperties most) {
      if (isTrue) max = Math.min(max, most.count());
      else if (most.count() == Integer.MAX_VALUE) max = -1;
      else min = Math.max(min, most.count() + 1);
    }
  }

  @Override
  Finding look() {
    min = Math.max(min, required.size());
    boolean onlyTheEmptyOne = max == 0 && except.contains(Values.object());
    return max < min || onlyTheEmptyOne ? Finding.none() : new ObjectSearch(search, this).run();
  }

  /** Names that are spoken of one by one; all others differ only by what they look like. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(required);
    names.addAll(absent);
    each.forEach(members -> addNames(members.names(), names));
    some.forEach(members -> addNames(members.names(), names));
    return names;
  }

  private static void addNames(Formula formula, Set<String> names) {
    Formula.Shape shape = formula.shape();
    if (shape instanceof Formula.Not not) addNames(not.formula(), names);
    if (shape instanceof Formula.All all) all.formulas().forEach(one -> addNames(one, names));
    if (shape instanceof Formula.Any any) any.formulas().forEach(one -> addNames(one, names));
    if (shape instanceof Formula.In in)
      for (JsonNode value : in.values()) if (value.isTextual()) names.add(value.textValue());
  }
}
