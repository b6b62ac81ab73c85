package waybill.contracts.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Keywords about what is inside of an array. */
final class ArrayKeywords {
  private final Meaning meaning;
  private final Formulas formulas;

  ArrayKeywords(Meaning meaning) {
    this.meaning = meaning;
    this.formulas = meaning.formulas();
  }

  List<Formula> read(Located at) {
    JsonNode schema = at.schema();
    List<Formula> all = new ArrayList<>();
    int prefix = schema.path("prefixItems").size();
    for (int i = 0; i < prefix; i++)
      all.add(formulas.item(i, meaning.inside(at.at("prefixItems", i))));
    if (schema.has("items")) {
      if (schema.path("items").isArray()) throw new Unreadable("items of older drafts");
      all.add(formulas.itemsFrom(prefix, meaning.inside(at.at("items"))));
    }
    if (schema.has("contains")) all.addAll(contains(at));
    if (schema.has("unevaluatedItems")) all.add(unevaluated(at));
    return all;
  }

  private List<Formula> contains(Located at) {
    Formula sought = meaning.inside(at.at("contains"));
    JsonNode schema = at.schema();
    List<Formula> all = new ArrayList<>();
    int least = schema.has("minContains") ? ValueKeywords.count(schema.path("minContains")) : 1;
    if (least > 0) all.add(formulas.of(new Formula.Contains(sought, least)));
    if (schema.has("maxContains")) {
      int most = ValueKeywords.count(schema.path("maxContains"));
      if (most < Integer.MAX_VALUE) all.add(atMost(sought, most));
    }
    return all;
  }

  private Formula atMost(Formula sought, int most) {
    Formula more = formulas.of(new Formula.Contains(sought, most + 1));
    Formula array = formulas.ofType(java.util.EnumSet.of(Type.ARRAY));
    return formulas.not(formulas.all(List.of(array, more)));
  }

  private Formula unevaluated(Located at) {
    Formula rest = meaning.inside(at.at("unevaluatedItems"));
    List<Formula> all = new ArrayList<>();
    for (Evaluated.Case one : new Evaluated(meaning).cases(at)) {
      if (one.allItems()) continue;
      List<Formula> any = new ArrayList<>(one.containing());
      any.add(rest);
      all.add(
          formulas.implies(one.condition(), formulas.itemsFrom(one.items(), formulas.any(any))));
    }
    return formulas.all(all);
  }
}
