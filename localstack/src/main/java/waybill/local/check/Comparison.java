package waybill.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import waybill.contracts.Compatibility;
import waybill.contracts.verdict.Verdict;
import waybill.contracts.verdict.Verdicts;

/**
 * What was asked about two versions, and what came out.
 *
 * @param writer the version whose documents must all be accepted
 * @param reader the version that must accept them
 */
record Comparison(int writer, int reader, Verdict verdict) {

  /** All that a mode asks about a version and those before it. */
  static List<Comparison> of(
      Compatibility mode,
      int version,
      JsonNode schema,
      SortedMap<Integer, JsonNode> before,
      Verdicts verdicts) {
    var comparisons = new ArrayList<Comparison>();
    if (before.isEmpty()) return comparisons;
    var name = mode.name();
    var asked = name.endsWith("_TRANSITIVE") ? before : before.tailMap(before.lastKey());
    asked.forEach(
        (earlier, old) -> {
          if (name.matches("(BACKWARD|FULL).*"))
            comparisons.add(new Comparison(earlier, version, verdicts.between(old, schema)));
          if (name.matches("(FORWARD|FULL).*"))
            comparisons.add(new Comparison(version, earlier, verdicts.between(schema, old)));
        });
    return comparisons;
  }

  boolean isBackward() {
    return writer < reader;
  }

  /** As in {@code backward of 1}. */
  String asked() {
    return isBackward() ? "backward of " + writer : "forward of " + reader;
  }
}
