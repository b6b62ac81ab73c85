package waybill.contracts.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import waybill.contracts.logic.Formula;
import waybill.contracts.logic.Values;

/** What is said about arrays: what each item must be, and what must be among them. */
final class ArrayLeaf extends Leaf {
  final Map<Integer, Set<Formula>> at = new TreeMap<>();
  final List<Formula.ItemsFrom> each = new ArrayList<>();
  final List<Wanted> wanted = new ArrayList<>();
  boolean unique;
  boolean repeated;
  int min;
  int max = Integer.MAX_VALUE;

  /** So many of the items from an index on, no fewer and no more. */
  record Wanted(Formula formula, int from, int least, int most) {
    boolean isLimited() {
      return most < Integer.MAX_VALUE;
    }
  }

  ArrayLeaf(Search search) {
    super(search);
  }

  @Override
  void hear(Formula.Shape shape, boolean isTrue) {
    if (shape instanceof Formula.Item item) {
      Formula formula = isTrue ? item.formula() : search.formulas().not(item.formula());
      at.computeIfAbsent(item.index(), i -> new LinkedHashSet<>()).add(formula);
      if (!isTrue) min = Math.max(min, item.index() + 1);
    }
    if (shape instanceof Formula.ItemsFrom items) {
      if (isTrue) each.add(items);
      else
        wanted.add(
            new Wanted(
                search.formulas().not(items.formula()), items.index(), 1, Integer.MAX_VALUE));
    }
    if (shape instanceof Formula.Contains contains)
      wanted.add(
          isTrue
              ? new Wanted(contains.formula(), 0, contains.least(), Integer.MAX_VALUE)
              : new Wanted(contains.formula(), 0, 0, contains.least() - 1));
    if (shape instanceof Formula.Unique) {
      unique |= isTrue;
      repeated |= !isTrue;
    }
    hearCounts(shape, isTrue);
  }

  private void hearCounts(Formula.Shape shape, boolean isTrue) {
    if (shape instanceof Formula.MinItems least) {
      if (isTrue) min = Math.max(min, least.count());
      else max = Math.min(max, least.count() - 1);
    }
    if (shape instanceof Formula.MaxItems most) {
      if (isTrue) max = Math.min(max, most.count());
      else if (most.count() == Integer.MAX_VALUE) max = -1;
      else min = Math.max(min, most.count() + 1);
    }
  }

  @Override
  Finding look() {
    boolean onlyTheEmptyOne = max == 0 && except.contains(Values.array());
    if (max < min || onlyTheEmptyOne || (unique && repeated)) return Finding.none();
    return new ArraySearch(search, this).run();
  }

  /** From here on every item is under the same rules. */
  int alikeFrom() {
    int from = 0;
    for (int index : at.keySet()) from = Math.max(from, index + 1);
    for (Formula.ItemsFrom items : each) from = Math.max(from, items.index());
    for (Wanted one : wanted) from = Math.max(from, one.from());
    return from;
  }
}
