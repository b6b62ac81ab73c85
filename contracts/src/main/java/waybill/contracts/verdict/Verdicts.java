package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.LongSupplier;
import waybill.contracts.TooCostly;
import waybill.contracts.logic.Survey;
import waybill.contracts.search.Finding;

/**
 * Judges pairs of schemas. A break is shown by a document that the validator itself tells apart;
 * that there is none is proved; else it is not known. Safe for many threads.
 */
public final class Verdicts {
  private static final long MILLIS_MAX = 900;
  private static final int NODES_MAX = 20_000;
  private static final int DEPTH_MAX = 200;
  private static final int WEIGHT_MAX = 20_000;

  private final boolean refutes;
  private final boolean proves;
  private final LongSupplier nanos;

  /** With prover and refuter, each verdict within a second. */
  public static Verdicts standard() {
    return new Verdicts(true, true, System::nanoTime);
  }

  Verdicts(boolean refutes, boolean proves, LongSupplier nanos) {
    this.refutes = refutes;
    this.proves = proves;
    this.nanos = nanos;
  }

  /** Whether every document that is valid under the old schema is valid under the new one. */
  public Verdict between(JsonNode oldSchema, JsonNode newSchema) {
    Deadline deadline = new Deadline(MILLIS_MAX, nanos);
    if (isLarge(oldSchema) || isLarge(newSchema))
      return Verdict.unknown(
          "a schema of more than " + NODES_MAX + " values, or deeper than " + DEPTH_MAX);
    if (isHeavy(oldSchema) || isHeavy(newSchema))
      return Verdict.unknown("one value is checked against too many schemas, or without end");
    try {
      JsonNode before = OlderDraft.asOf2020(oldSchema);
      JsonNode after = OlderDraft.asOf2020(newSchema);
      if (Survey.of(before).hasUnknownType() || Survey.of(after).hasUnknownType())
        return Verdict.unknown("a type that there is not");
      return judged(new Pair(before, after), deadline);
    } catch (IllegalArgumentException e) {
      return Verdict.unknown(String.valueOf(e.getMessage()));
    } catch (TooCostly e) {
      return Verdict.unknown(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      return Verdict.unknown("the validator gave up: " + e.getClass().getSimpleName());
    }
  }

  private Verdict judged(Pair pair, Deadline deadline) {
    List<Break> breaks = refutes ? new Refuter(deadline).breaks(pair) : List.of();
    if (!breaks.isEmpty()) return Verdict.breaking(breaks);
    if (proves && Prover.proves(pair, deadline)) return Verdict.compatible();
    return Verdict.unknown(reason(pair, deadline));
  }

  private static String reason(Pair pair, Deadline deadline) {
    Finding finding = pair.found(deadline);
    if (pair.unclear() != null) return "not understood: " + pair.unclear();
    return finding instanceof Finding.Unknown unknown
        ? unknown.reason()
        : "neither proved nor refuted";
  }

  private static boolean isHeavy(JsonNode schema) {
    try {
      return Survey.of(schema).weight() > WEIGHT_MAX;
    } catch (RuntimeException | StackOverflowError e) {
      return true;
    }
  }

  private static boolean isLarge(JsonNode schema) {
    return size(schema, NODES_MAX, 0) > NODES_MAX;
  }

  private static int size(JsonNode node, int most, int depth) {
    if (depth > DEPTH_MAX) return most + 1;
    int size = 1;
    for (JsonNode inner : node) {
      if (size > most) break;
      size += size(inner, most - size, depth + 1);
    }
    return size;
  }
}
