package waybill.contracts.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which members and items a schema has looked at, so that {@code unevaluated…} speaks of the rest.
 * That depends on which of its parts hold: so there are cases, of which exactly one is true.
 */
final class Evaluated {
  private static final int CASES_MAX = 64;

  private final Meaning meaning;
  private final Formulas formulas;

  Evaluated(Meaning meaning) {
    this.meaning = meaning;
    this.formulas = meaning.formulas();
  }

  /**
   * @param names of the members that were looked at
   * @param items how many of the first items were
   * @param containing what else was looked at among the items
   */
  record Case(
      Formula condition, Formula names, int items, boolean allItems, Set<Formula> containing) {}

  /** The cases of a schema that holds, but for what its own {@code unevaluated…} looks at. */
  List<Case> cases(Located at) {
    JsonNode schema = at.schema();
    List<Case> cases = List.of(own(at));
    for (String keyword : List.of("$ref", "$dynamicRef"))
      if (schema.has(keyword)) cases = both(cases, inner(meaning.target(at, keyword)));
    for (int i = 0; i < schema.path("allOf").size(); i++)
      cases = both(cases, inner(at.at("allOf", i)));
    for (String keyword : List.of("anyOf", "oneOf"))
      for (int i = 0; i < schema.path(keyword).size(); i++)
        cases = both(cases, either(at.at(keyword, i)));
    if (schema.has("if")) cases = both(cases, condition(at));
    for (String name :
        schema
            .path("dependentSchemas")
            .propertyStream()
            .map(java.util.Map.Entry::getKey)
            .toList()) {
      Formula has =
          formulas.all(
              List.of(
                  formulas.ofType(EnumSet.of(Type.OBJECT)),
                  formulas.of(new Formula.Required(name))));
      cases = both(cases, when(has, inner(at.at("dependentSchemas", name)), List.of(nothing())));
    }
    return cases;
  }

  private List<Case> inner(Located at) {
    if (!at.schema().isObject()) return List.of(nothing());
    List<Case> cases = new ArrayList<>();
    for (Case one : cases(at)) cases.add(withUnevaluated(at.schema(), one));
    return cases;
  }

  private Case withUnevaluated(JsonNode schema, Case one) {
    return new Case(
        one.condition,
        schema.has("unevaluatedProperties") ? formulas.always : one.names,
        one.items,
        one.allItems || schema.has("unevaluatedItems"),
        one.containing);
  }

  private Case own(Located at) {
    JsonNode schema = at.schema();
    Formula names =
        schema.has("additionalProperties")
            ? formulas.always
            : new ObjectKeywords(meaning).declared(schema);
    Set<Formula> containing =
        schema.has("contains") ? Set.of(meaning.inside(at.at("contains"))) : Set.of();
    return new Case(
        formulas.always, names, schema.path("prefixItems").size(), schema.has("items"), containing);
  }

  private Case nothing() {
    return new Case(formulas.always, formulas.never, 0, false, Set.of());
  }

  private List<Case> either(Located branch) {
    List<Case> inner = inner(branch);
    boolean looksAtNothing = inner.size() == 1 && inner.get(0).equals(nothing());
    return looksAtNothing ? inner : when(meaning.of(branch), inner, List.of(nothing()));
  }

  private List<Case> condition(Located at) {
    Formula condition = meaning.of(at.at("if"));
    List<Case> then = at.schema().has("then") ? inner(at.at("then")) : List.of(nothing());
    List<Case> otherwise = at.schema().has("else") ? inner(at.at("else")) : List.of(nothing());
    return when(condition, both(inner(at.at("if")), then), otherwise);
  }

  private List<Case> when(Formula condition, List<Case> then, List<Case> otherwise) {
    List<Case> cases = new ArrayList<>();
    for (Case one : then) add(cases, condition, one);
    for (Case one : otherwise) add(cases, formulas.not(condition), one);
    return cases;
  }

  private void add(List<Case> cases, Formula condition, Case one) {
    Formula both = formulas.all(List.of(condition, one.condition));
    if (both != formulas.never)
      cases.add(new Case(both, one.names, one.items, one.allItems, one.containing));
  }

  private List<Case> both(List<Case> some, List<Case> others) {
    List<Case> cases = new ArrayList<>();
    for (Case one : some) for (Case other : others) cases.add(both(one, other));
    if (cases.size() > CASES_MAX)
      throw new Unreadable("unevaluated over more than " + CASES_MAX + " cases");
    return cases;
  }

  private Case both(Case one, Case other) {
    Set<Formula> containing = new LinkedHashSet<>(one.containing);
    containing.addAll(other.containing);
    return new Case(
        formulas.all(List.of(one.condition, other.condition)),
        formulas.any(List.of(one.names, other.names)),
        Math.max(one.items, other.items),
        one.allItems || other.allItems,
        containing);
  }
}
