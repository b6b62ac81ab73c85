package waybill.contracts.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import waybill.contracts.logic.Formula;
import waybill.contracts.logic.Formulas;
import waybill.contracts.logic.Values;

/**
 * Names that nobody spoke of by name. Among those that look alike one is as good as another: so one
 * is tried for each way in which the expressions can tell them apart.
 */
final class NewNames {
  private final Search search;
  private final Formulas formulas;
  private final Set<String> taken;
  private final List<Formula> names = new ArrayList<>();
  private final Set<Formula> said = new LinkedHashSet<>();
  private final List<Formula.Members> open = new ArrayList<>();

  NewNames(Search search, List<Formula.Members> each, Set<String> taken, Formula wanted) {
    this.search = search;
    this.formulas = search.formulas();
    this.taken = taken;
    names.add(ofNew(wanted));
    for (Formula.Members members : each) {
      Formula name = ofNew(members.names());
      if (name == formulas.always) said.add(members.values());
      else if (name != formulas.never) open.add(new Formula.Members(name, members.values()));
    }
    if (!taken.isEmpty())
      names.add(formulas.not(formulas.in(taken.stream().map(Values::text).toList())));
  }

  void each(Alternatives alternatives, BiFunction<String, Set<Formula>, Finding> use) {
    choose(0, names, said, alternatives, use);
  }

  private boolean choose(
      int index,
      List<Formula> names,
      Set<Formula> said,
      Alternatives alternatives,
      BiFunction<String, Set<Formula>, Finding> use) {
    search.budget().step();
    if (formulas.all(names) == formulas.never) return false;
    Finding name = search.findText(names);
    if (name.isNone()) return false;
    if (index == open.size()) {
      if (!(name instanceof Finding.Found found)) return alternatives.add(name);
      Finding used = use.apply(found.value().textValue(), said);
      boolean sure = found.sure() || !(used instanceof Finding.Found);
      return alternatives.add(
          sure ? used : new Finding.Found(((Finding.Found) used).value(), false));
    }
    Formula.Members members = open.get(index);
    List<Formula> without = new ArrayList<>(names);
    without.add(formulas.not(members.names()));
    if (choose(index + 1, without, said, alternatives, use)) return true;
    List<Formula> with = new ArrayList<>(names);
    with.add(members.names());
    Set<Formula> more = new LinkedHashSet<>(said);
    more.add(members.values());
    return choose(index + 1, with, more, alternatives, use);
  }

  /** What a formula about names says of one that is in no list. */
  private Formula ofNew(Formula formula) {
    Formula.Shape shape = formula.shape();
    if (shape instanceof Formula.In in && taken.containsAll(texts(in))) return formulas.never;
    if (shape instanceof Formula.Not not) return formulas.not(ofNew(not.formula()));
    if (shape instanceof Formula.All all)
      return formulas.all(all.formulas().stream().map(this::ofNew).toList());
    if (shape instanceof Formula.Any any)
      return formulas.any(any.formulas().stream().map(this::ofNew).toList());
    return formula;
  }

  private static List<String> texts(Formula.In in) {
    List<String> texts = new ArrayList<>();
    in.values()
        .forEach(
            value -> {
              if (value.isTextual()) texts.add(value.textValue());
            });
    return texts;
  }
}
