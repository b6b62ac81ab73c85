package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import waybill.contracts.SchemaCheck;
import waybill.contracts.logic.Formula;
import waybill.contracts.logic.Formulas;
import waybill.contracts.logic.Meaning;
import waybill.contracts.logic.TooLarge;
import waybill.contracts.logic.Values;
import waybill.contracts.search.Budget;
import waybill.contracts.search.Finding;
import waybill.contracts.search.Search;

/** Documents made from a schema. */
public final class Samples {
  private static final long STEPS_MAX = 20_000;

  private Samples() {}

  /** Different documents that are valid under the schema, plain ones first; at most so many. */
  public static List<JsonNode> valid(JsonNode schema, int most) {
    SchemaCheck check = SchemaCheck.of(schema);
    Set<JsonNode> samples = new LinkedHashSet<>();
    try {
      Formulas formulas = new Formulas();
      Formula meaning = Meaning.of(schema, "", formulas);
      Search search = new Search(formulas, new Budget(STEPS_MAX));
      add(
          search.find(List.of(meaning, formulas.all(everyProperty(schema, formulas)))),
          check,
          samples);
      while (samples.size() < most) {
        List<Formula> more = new ArrayList<>(List.of(meaning));
        if (!samples.isEmpty()) more.add(formulas.not(formulas.in(samples)));
        if (!add(search.find(more), check, samples)) break;
      }
    } catch (Budget.Spent | TooLarge | StackOverflowError e) {
      // As many as there were in time.
    }
    return samples.stream().limit(most).toList();
  }

  private static boolean add(Finding finding, SchemaCheck check, Set<JsonNode> samples) {
    if (!(finding instanceof Finding.Found found)) return false;
    JsonNode sample = Values.sent(found.value());
    return check.accepts(sample) && samples.add(sample);
  }

  /** A document with all that is declared shows more than one with what is required. */
  private static List<Formula> everyProperty(JsonNode schema, Formulas formulas) {
    List<Formula> all = new ArrayList<>();
    schema
        .path("properties")
        .fieldNames()
        .forEachRemaining(name -> all.add(formulas.of(new Formula.Required(name))));
    return all;
  }
}
