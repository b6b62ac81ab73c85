package waybill.contracts.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import waybill.contracts.logic.Formula;
import waybill.contracts.logic.Formulas;
import waybill.contracts.logic.Type;

/** Values of one type of which some formulas are true; where one or the other is, it is split. */
final class Branch {
  private final Search search;
  private final Formulas formulas;
  private final Type type;
  private final Set<Formula> said;
  private final Deque<Formula> unread = new ArrayDeque<>();
  private final List<List<Formula>> choices;

  Branch(Search search, Type type) {
    this(search, type, new LinkedHashSet<>(), new ArrayList<>());
  }

  private Branch(Search search, Type type, Set<Formula> said, List<List<Formula>> choices) {
    this.search = search;
    this.formulas = search.formulas();
    this.type = type;
    this.said = said;
    this.choices = choices;
  }

  Branch with(Collection<Formula> more) {
    unread.addAll(more);
    return this;
  }

  Finding run() {
    search.budget().step();
    do {
      if (!readAll() || !narrow()) return Finding.none();
    } while (!unread.isEmpty());
    for (Formula one : said) if (one.shape() instanceof Formula.In in) return among(in.values());
    Finding whole = Leaf.of(search, type, said).find();
    return choices.isEmpty() || whole.isNone() ? whole : split();
  }

  private Finding among(Set<JsonNode> values) {
    List<Formula> all = new ArrayList<>(said);
    choices.forEach(choice -> all.add(formulas.any(choice)));
    return search.among(values, type, all);
  }

  private Finding split() {
    List<Formula> smallest = choices.get(0);
    for (List<Formula> choice : choices) if (choice.size() < smallest.size()) smallest = choice;
    Alternatives alternatives = new Alternatives();
    for (Formula one : smallest) {
      List<List<Formula>> others = new ArrayList<>(choices);
      others.remove(smallest);
      Branch branch = new Branch(search, type, new LinkedHashSet<>(said), others);
      if (alternatives.add(branch.with(List.of(one)).run())) break;
    }
    return alternatives.best();
  }

  /** False as soon as something is said that cannot be true. */
  private boolean readAll() {
    while (!unread.isEmpty()) {
      Formula next = unread.pop();
      if (said.contains(next)) continue;
      if (said.contains(formulas.not(next))) return false;
      Truth truth = told(next);
      if (truth == Truth.NO) return false;
      if (truth == Truth.UNSURE) {
        said.add(next);
        take(next);
      }
    }
    return true;
  }

  private void take(Formula formula) {
    boolean isTrue = !(formula.shape() instanceof Formula.Not);
    Formula inner = formula.shape() instanceof Formula.Not not ? not.formula() : formula;
    if (inner.shape() instanceof Formula.All all) {
      if (isTrue) unread.addAll(all.formulas());
      else choices.add(negated(all.formulas()));
    } else if (inner.shape() instanceof Formula.Any any) {
      if (isTrue) choices.add(any.formulas());
      else unread.addAll(negated(any.formulas()));
    } else if (inner.shape() instanceof Formula.Deferred) {
      unread.add(isTrue ? inner.meant() : formulas.not(inner.meant()));
    }
  }

  private List<Formula> negated(List<Formula> all) {
    return all.stream().map(formulas::not).toList();
  }

  /** Leaves out of each choice what can't be; false if nothing is left. */
  private boolean narrow() {
    for (Iterator<List<Formula>> each = new ArrayList<>(choices).iterator(); each.hasNext(); ) {
      List<Formula> choice = each.next();
      List<Formula> left = new ArrayList<>();
      boolean isSettled = false;
      for (Formula one : choice) {
        Truth truth = told(one);
        if (truth == Truth.UNSURE) left.add(one);
        isSettled |= truth == Truth.YES;
      }
      if (!isSettled && left.isEmpty()) return false;
      if (isSettled || left.size() == 1 || left.size() < choice.size()) choices.remove(choice);
      if (isSettled) continue;
      if (left.size() == 1) unread.add(left.get(0));
      else if (left.size() < choice.size()) choices.add(left);
    }
    return true;
  }

  /** What the type and what was said tell about a formula. */
  private Truth told(Formula formula) {
    if (said.contains(formula)) return Truth.YES;
    if (said.contains(formulas.not(formula))) return Truth.NO;
    Formula.Shape shape = formula.shape();
    if (shape instanceof Formula.Not not) return told(not.formula()).not();
    if (shape instanceof Formula.Always) return Truth.YES;
    if (shape instanceof Formula.OfType types) return Truth.of(types.types().contains(type));
    if (shape instanceof Formula.In in) return among(in);
    if (shape instanceof Formula.OnNumber) return type == Type.NUMBER ? Truth.UNSURE : Truth.YES;
    if (shape instanceof Formula.OnString) return type == Type.STRING ? Truth.UNSURE : Truth.YES;
    if (shape instanceof Formula.OnArray) return type == Type.ARRAY ? Truth.UNSURE : Truth.YES;
    if (shape instanceof Formula.OnObject) return type == Type.OBJECT ? Truth.UNSURE : Truth.YES;
    if (shape instanceof Formula.All all) return every(all.formulas());
    if (shape instanceof Formula.Any any) return every(negated(any.formulas())).not();
    return Truth.UNSURE;
  }

  private Truth among(Formula.In in) {
    return in.values().stream().anyMatch(value -> Type.of(value) == type) ? Truth.UNSURE : Truth.NO;
  }

  private Truth every(List<Formula> all) {
    Truth worst = Truth.YES;
    for (Formula one : all) {
      Truth truth = told(one);
      if (truth.compareTo(worst) < 0) worst = truth;
      if (worst == Truth.NO) break;
    }
    return worst;
  }
}
