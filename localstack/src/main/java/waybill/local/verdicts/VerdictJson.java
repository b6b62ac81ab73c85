package waybill.local.verdicts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import waybill.contracts.verdict.Break;
import waybill.contracts.verdict.Verdict;

/** How a verdict is written. */
public final class VerdictJson {
  private VerdictJson() {}

  public static void put(ObjectNode into, Verdict verdict) {
    into.put("verdict", word(verdict.outcome()));
    var breaks = into.putArray("breaks");
    for (var each : verdict.breaks()) put(breaks.addObject(), each);
    if (verdict.reason() != null) into.put("reason", verdict.reason());
  }

  static String word(Verdict.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static void put(ObjectNode into, Break found) {
    into.put("keyword", found.keyword());
    into.put("old_pointer", found.oldPointer());
    into.put("new_pointer", found.newPointer());
    into.set("witness", found.witness());
  }
}
