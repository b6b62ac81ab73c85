package waybill.contracts.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.logic.Formula;
import waybill.contracts.logic.Formulas;
import waybill.contracts.logic.Values;

/**
 * Builds an array item by item, for each length that can matter: a longer one could do without an
 * item that nobody asked for.
 */
final class ArraySearch {
  private static final int ITEMS_MAX = 2_000;

  private final Search search;
  private final Formulas formulas;
  private final ArrayLeaf leaf;

  ArraySearch(Search search, ArrayLeaf leaf) {
    this.search = search;
    this.formulas = search.formulas();
    this.leaf = leaf;
  }

  Finding run() {
    long most = (long) leaf.alikeFrom() + (leaf.repeated ? 2 : 0) + leaf.except.size();
    for (ArrayLeaf.Wanted one : leaf.wanted) most += one.least();
    most = Math.min(leaf.max, Math.max(leaf.min, most));
    Alternatives alternatives = new Alternatives();
    for (int length = leaf.min; length <= most; length++) {
      if (length > ITEMS_MAX) {
        alternatives.add(new Finding.Unknown("more than " + ITEMS_MAX + " items"));
        break;
      }
      search.budget().checkTime();
      if (alternatives.add(ofLength(length))) break;
    }
    return alternatives.best();
  }

  private Finding ofLength(int length) {
    List<Set<Formula>> items = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      items.add(said(i));
      // What no item can be here, none can be in a longer array either; but shorter ones were
      // tried.
      if (search.find(items.get(i)).isNone()) return Finding.none();
    }
    return assign(items, 0, new int[leaf.wanted.size()]);
  }

  private Set<Formula> said(int index) {
    Set<Formula> said = new LinkedHashSet<>(leaf.at.getOrDefault(index, Set.of()));
    for (Formula.ItemsFrom from : leaf.each) if (index >= from.index()) said.add(from.formula());
    return said;
  }

  /** Decides item by item which of what is wanted it is. */
  private Finding assign(List<Set<Formula>> items, int index, int[] counts) {
    search.budget().step();
    if (index == items.size()) return isEnough(counts, 0) ? repeatedOrNot(items) : Finding.none();
    if (!isEnough(counts, items.size() - index)) return Finding.none();
    return choose(items, index, 0, counts);
  }

  private boolean isEnough(int[] counts, int left) {
    for (int i = 0; i < counts.length; i++) {
      ArrayLeaf.Wanted wanted = leaf.wanted.get(i);
      if (counts[i] + left < wanted.least() || counts[i] > wanted.most()) return false;
    }
    return true;
  }

  private Finding choose(List<Set<Formula>> items, int index, int which, int[] counts) {
    if (which == leaf.wanted.size()) return assign(items, index + 1, counts);
    ArrayLeaf.Wanted wanted = leaf.wanted.get(which);
    boolean speaksOf = index >= wanted.from();
    if (!speaksOf || (!wanted.isLimited() && counts[which] >= wanted.least()))
      return choose(items, index, which + 1, counts);
    Alternatives alternatives = new Alternatives();
    int[] more = counts.clone();
    more[which]++;
    if (more[which] <= wanted.most()
        && alternatives.add(with(items, index, which, wanted.formula(), more)))
      return alternatives.best();
    Formula not = wanted.isLimited() ? formulas.not(wanted.formula()) : formulas.always;
    alternatives.add(with(items, index, which, not, counts));
    return alternatives.best();
  }

  private Finding with(
      List<Set<Formula>> items, int index, int which, Formula formula, int[] counts) {
    List<Set<Formula>> changed = new ArrayList<>(items);
    Set<Formula> said = new LinkedHashSet<>(items.get(index));
    said.add(formula);
    changed.set(index, said);
    return search.find(said).isNone() ? Finding.none() : choose(changed, index, which + 1, counts);
  }

  private Finding repeatedOrNot(List<Set<Formula>> items) {
    if (leaf.unique) return new Different(search).of(items, leaf.except);
    if (!leaf.repeated) return built(items);
    Alternatives alternatives = new Alternatives();
    for (int i = 0; i < items.size(); i++)
      for (int j = i + 1; j < items.size(); j++)
        if (alternatives.add(repeating(items, i, j))) return alternatives.best();
    return alternatives.best();
  }

  private Finding repeating(List<Set<Formula>> items, int i, int j) {
    Set<Formula> both = new LinkedHashSet<>(items.get(i));
    both.addAll(items.get(j));
    if (!(search.find(both) instanceof Finding.Found found)) return search.find(both);
    List<Set<Formula>> changed = new ArrayList<>(items);
    changed.set(i, Set.of(formulas.in(List.of(found.value()))));
    changed.set(j, changed.get(i));
    return built(changed);
  }

  private Finding built(List<Set<Formula>> items) {
    ArrayNode array = Values.array();
    boolean sure = true;
    for (Set<Formula> item : items) {
      Finding value = search.find(item);
      if (!(value instanceof Finding.Found found)) return value;
      array.add(found.value());
      sure &= found.sure();
    }
    Finding made = search.made(array, sure);
    if (!(made instanceof Finding.Found) || !leaf.except.contains(Values.normal(array)))
      return made;
    JsonNode other = another(items, array);
    return other == null
        ? new Finding.Unknown("an array among many that are left out")
        : new Finding.Found(other, sure);
  }

  /** The array itself is left out: one with another item. */
  private @Nullable JsonNode another(List<Set<Formula>> items, ArrayNode array) {
    for (int i = 0; i < items.size(); i++) {
      Set<Formula> other = new LinkedHashSet<>(items.get(i));
      other.add(formulas.not(formulas.in(List.of(array.get(i)))));
      if (!(search.find(other) instanceof Finding.Found found)) continue;
      ArrayNode changed = array.deepCopy();
      changed.set(i, found.value());
      if (!leaf.except.contains(Values.normal(changed))) return changed;
    }
    return null;
  }
}
