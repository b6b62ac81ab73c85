package waybill.local.verdicts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import waybill.contracts.Json;
import waybill.contracts.verdict.Verdict;
import waybill.contracts.verdict.Verdicts;

/** A pair, what came out, and how long it took. */
record Judged(Pair pair, Verdict verdict, long nanos) {

  static Judged of(Pair pair, Verdicts verdicts) throws BadLine {
    long start = System.nanoTime();
    try {
      var verdict = verdicts.between(pair.oldSchema(), pair.newSchema());
      return new Judged(pair, verdict, System.nanoTime() - start);
    } catch (RuntimeException | StackOverflowError e) {
      // It should not happen, and the pairs behind it are judged all the same.
      throw new BadLine(pair.id(), "could not be judged: " + e);
    }
  }

  ObjectNode json() {
    var line = Json.object();
    line.set("id", pair.id());
    VerdictJson.put(line, verdict);
    return line.put("millis", millis(nanos));
  }

  /** To the microsecond, and never in the form 1E-3. */
  static BigDecimal millis(long nanos) {
    return BigDecimal.valueOf(TimeUnit.NANOSECONDS.toMicros(nanos), 3);
  }
}
