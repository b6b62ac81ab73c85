package waybill.contracts.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Keywords that put schemas together for the same value. */
final class InPlaceKeywords {
  private final Meaning meaning;
  private final Formulas formulas;

  InPlaceKeywords(Meaning meaning) {
    this.meaning = meaning;
    this.formulas = meaning.formulas();
  }

  List<Formula> read(Located at) {
    JsonNode schema = at.schema();
    List<Formula> all = new ArrayList<>();
    for (String keyword : List.of("$ref", "$dynamicRef"))
      if (schema.has(keyword)) all.add(meaning.of(meaning.target(at, keyword)));
    if (schema.has("allOf")) all.addAll(each(at, "allOf"));
    if (schema.has("anyOf")) all.add(formulas.any(each(at, "anyOf")));
    if (schema.has("oneOf")) all.add(formulas.one(each(at, "oneOf")));
    if (schema.has("not")) all.add(formulas.not(meaning.of(at.at("not"))));
    if (schema.has("if")) all.add(condition(at));
    schema
        .path("dependentRequired")
        .properties()
        .forEach(
            member -> all.add(formulas.implies(has(member.getKey()), required(member.getValue()))));
    schema
        .path("dependentSchemas")
        .fieldNames()
        .forEachRemaining(
            name ->
                all.add(formulas.implies(has(name), meaning.of(at.at("dependentSchemas", name)))));
    return all;
  }

  private List<Formula> each(Located at, String keyword) {
    List<Formula> formulas = new ArrayList<>();
    for (int i = 0; i < at.schema().path(keyword).size(); i++)
      formulas.add(meaning.of(at.at(keyword, i)));
    return formulas;
  }

  private Formula condition(Located at) {
    Formula condition = meaning.of(at.at("if"));
    List<Formula> both = new ArrayList<>();
    if (at.schema().has("then")) both.add(formulas.implies(condition, meaning.of(at.at("then"))));
    if (at.schema().has("else"))
      both.add(formulas.implies(formulas.not(condition), meaning.of(at.at("else"))));
    return formulas.all(both);
  }

  /** An object that has the member; {@link Formula.Required} alone holds for other types too. */
  private Formula has(String name) {
    return formulas.all(
        List.of(formulas.ofType(EnumSet.of(Type.OBJECT)), formulas.of(new Formula.Required(name))));
  }

  private Formula required(JsonNode names) {
    List<Formula> all = new ArrayList<>();
    names.forEach(name -> all.add(formulas.of(new Formula.Required(name.asText()))));
    return formulas.all(all);
  }
}
