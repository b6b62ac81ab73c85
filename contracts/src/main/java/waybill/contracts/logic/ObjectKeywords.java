package waybill.contracts.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Keywords about what is inside of an object. */
final class ObjectKeywords {
  private final Meaning meaning;
  private final Formulas formulas;

  ObjectKeywords(Meaning meaning) {
    this.meaning = meaning;
    this.formulas = meaning.formulas();
  }

  List<Formula> read(Located at) {
    JsonNode schema = at.schema();
    List<Formula> all = new ArrayList<>();
    for (String name : names(schema.path("properties")))
      all.add(formulas.members(named(name), meaning.inside(at.at("properties", name))));
    for (String pattern : names(schema.path("patternProperties")))
      all.add(
          formulas.members(
              ValueKeywords.matches(formulas, pattern),
              meaning.inside(at.at("patternProperties", pattern))));
    if (schema.has("additionalProperties"))
      all.add(
          formulas.members(
              formulas.not(declared(schema)), meaning.inside(at.at("additionalProperties"))));
    if (schema.has("propertyNames"))
      all.add(
          formulas.members(formulas.not(meaning.inside(at.at("propertyNames"))), formulas.never));
    if (schema.has("unevaluatedProperties")) all.add(unevaluated(at));
    return all;
  }

  /** The names that {@code properties} and {@code patternProperties} speak about. */
  Formula declared(JsonNode schema) {
    List<Formula> any = new ArrayList<>();
    List<JsonNode> listed = names(schema.path("properties")).stream().map(Values::text).toList();
    if (!listed.isEmpty()) any.add(formulas.in(listed));
    for (String pattern : names(schema.path("patternProperties")))
      any.add(ValueKeywords.matches(formulas, pattern));
    return formulas.any(any);
  }

  private Formula unevaluated(Located at) {
    Formula rest = meaning.inside(at.at("unevaluatedProperties"));
    List<Formula> all = new ArrayList<>();
    for (Evaluated.Case one : new Evaluated(meaning).cases(at))
      all.add(formulas.implies(one.condition(), formulas.members(formulas.not(one.names()), rest)));
    return formulas.all(all);
  }

  private Formula named(String name) {
    return formulas.in(List.of(Values.text(name)));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
