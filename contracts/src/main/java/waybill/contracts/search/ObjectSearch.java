package waybill.contracts.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.logic.Formula;
import waybill.contracts.logic.Formulas;
import waybill.contracts.logic.Values;

/**
 * Builds an object member by member: the required ones, then for each thing that must be somewhere
 * a member that is there already, one of those spoken of, or one of a new name.
 */
final class ObjectSearch {
  private static final int MEMBERS_MAX = 1_000;

  private final Search search;
  private final Formulas formulas;
  private final ObjectLeaf leaf;
  private final Set<String> spokenOf;
  private boolean unsure;

  ObjectSearch(Search search, ObjectLeaf leaf) {
    this.search = search;
    this.formulas = search.formulas();
    this.leaf = leaf;
    this.spokenOf = leaf.names();
  }

  /** The members so far, and what is said about the value of each. */
  private static final class Draft {
    final Map<String, Set<Formula>> members = new LinkedHashMap<>();

    Draft with(String name, Set<Formula> said) {
      Draft draft = new Draft();
      draft.members.putAll(members);
      draft.members.put(name, said);
      return draft;
    }
  }

  Finding run() {
    if (leaf.min > MEMBERS_MAX) return new Finding.Unknown("more than " + MEMBERS_MAX + " members");
    Draft draft = new Draft();
    for (String name : leaf.required) {
      Set<Formula> said = said(name);
      Finding value = search.find(said);
      if (value.isNone()) return value;
      draft = draft.with(name, said);
    }
    Finding finding = place(0, draft);
    return unsure && finding instanceof Finding.Found found
        ? new Finding.Found(found.value(), false)
        : finding;
  }

  /** What is said about the member of a name. What may or may not be said is left out. */
  private Set<Formula> said(String name) {
    Set<Formula> said = new LinkedHashSet<>();
    JsonNode text = Values.text(name);
    for (Formula.Members members : leaf.each) {
      Truth truth = Truth.of(members.names(), text);
      if (truth == Truth.YES) said.add(members.values());
      if (truth == Truth.UNSURE) unsure = true;
    }
    return said;
  }

  private Finding place(int index, Draft draft) {
    search.budget().step();
    if (draft.members.size() > leaf.max) return Finding.none();
    if (index == leaf.some.size()) return filled(draft);
    Formula.Members wanted = leaf.some.get(index);
    Formula value = formulas.not(wanted.values());
    Alternatives alternatives = new Alternatives();
    for (String name : candidates(wanted.names(), draft)) {
      Set<Formula> said = new LinkedHashSet<>(draft.members.getOrDefault(name, said(name)));
      said.add(value);
      if (alternatives.add(placed(index, draft, name, said))) return alternatives.best();
    }
    new NewNames(search, leaf.each, taken(draft), wanted.names())
        .each(
            alternatives,
            (name, said) -> {
              Set<Formula> all = new LinkedHashSet<>(said);
              all.add(value);
              return placed(index, draft, name, all);
            });
    return alternatives.best();
  }

  private Finding placed(int index, Draft draft, String name, Set<Formula> said) {
    Finding alone = search.find(said);
    return alone.isNone() ? alone : place(index + 1, draft.with(name, said));
  }

  private List<String> candidates(Formula names, Draft draft) {
    Set<String> all = new LinkedHashSet<>(draft.members.keySet());
    all.addAll(spokenOf);
    all.removeAll(leaf.absent);
    List<String> candidates = new ArrayList<>();
    for (String name : all) {
      Truth truth = Truth.of(names, Values.text(name));
      if (truth != Truth.NO) candidates.add(name);
      if (truth == Truth.UNSURE) unsure = true;
    }
    return candidates;
  }

  private Set<String> taken(Draft draft) {
    Set<String> taken = new LinkedHashSet<>(spokenOf);
    taken.addAll(draft.members.keySet());
    return taken;
  }

  /** As many members as there must be, each with a value. */
  private Finding filled(Draft draft) {
    Draft whole = draft;
    Alternatives trouble = new Alternatives();
    while (whole.members.size() < leaf.min) {
      Draft more = oneMore(whole, trouble);
      if (more == null) return trouble.best();
      whole = more;
    }
    Finding finding = built(whole);
    return finding instanceof Finding.Found found
            && leaf.except.contains(Values.normal(found.value()))
        ? another(whole)
        : finding;
  }

  private @Nullable Draft oneMore(Draft draft, Alternatives trouble) {
    for (String name : spokenOf) {
      if (draft.members.containsKey(name) || leaf.absent.contains(name)) continue;
      Set<Formula> said = said(name);
      Finding value = search.find(said);
      if (value instanceof Finding.Found) return draft.with(name, said);
      trouble.add(value);
    }
    Draft[] more = {null};
    Alternatives names = new Alternatives();
    new NewNames(search, leaf.each, taken(draft), formulas.always)
        .each(
            names,
            (name, said) -> {
              Finding value = search.find(said);
              if (!(value instanceof Finding.Found)) return value;
              more[0] = draft.with(name, said);
              return new Finding.Found(Values.nothing(), true);
            });
    if (more[0] == null) trouble.add(names.best());
    return more[0];
  }

  private Finding built(Draft draft) {
    ObjectNode object = Values.object();
    boolean sure = true;
    for (Map.Entry<String, Set<Formula>> member : draft.members.entrySet()) {
      Finding value = search.find(member.getValue());
      if (!(value instanceof Finding.Found found)) return value;
      object.set(member.getKey(), found.value());
      sure &= found.sure();
    }
    return search.made(object, sure);
  }

  /** The object itself is left out: one with another value, or with one member more. */
  private Finding another(Draft draft) {
    Finding first = built(draft);
    if (!(first instanceof Finding.Found found)) return first;
    for (Map.Entry<String, Set<Formula>> member : draft.members.entrySet()) {
      Set<Formula> other = new LinkedHashSet<>(member.getValue());
      other.add(formulas.not(formulas.in(List.of(found.value().path(member.getKey())))));
      Finding changed = built(draft.with(member.getKey(), other));
      if (isFree(changed)) return changed;
    }
    if (draft.members.size() < leaf.max) {
      Draft more = oneMore(draft, new Alternatives());
      Finding larger = more == null ? Finding.none() : built(more);
      if (isFree(larger)) return larger;
    }
    return new Finding.Unknown("an object among many that are left out");
  }

  private boolean isFree(Finding finding) {
    return finding instanceof Finding.Found found
        && !leaf.except.contains(Values.normal(found.value()));
  }
}
