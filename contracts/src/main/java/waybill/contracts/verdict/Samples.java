package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import waybill.contracts.Malformed;
import waybill.contracts.SchemaCheck;
import waybill.contracts.TooCostly;
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
  private static final int TRIES_PER_SAMPLE = 30;
  private static final int SEED = 11;

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
    } catch (Budget.Spent | TooLarge | TooCostly | Malformed | StackOverflowError e) {
      // As many as could be made and sent in time.
    }
    return samples.stream().limit(most).toList();
  }

  /**
   * More of them, and less plain ones: changed here and there, with lists of no, one and several
   * items, with and without what may be left out.
   */
  public static List<JsonNode> varied(JsonNode schema, int most) {
    SchemaCheck check = SchemaCheck.of(schema);
    Set<JsonNode> samples = new LinkedHashSet<>(valid(schema, Math.max(1, most / 4)));
    Change change = new Change(new Material(schema), new Random(SEED));
    List<JsonNode> seeds = new ArrayList<>(samples);
    for (int tries = 0; tries < TRIES_PER_SAMPLE * most && !seeds.isEmpty(); tries++) {
      if (samples.size() >= most) break;
      JsonNode next = Values.sent(change.of(seeds.get(tries % seeds.size())));
      if (check.accepts(next) && samples.add(next)) seeds.add(next);
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
