package waybill.contracts.saga;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import waybill.contracts.Json;
import waybill.contracts.SchemaCheck;
import waybill.contracts.Violation;
import waybill.contracts.verdict.Break;
import waybill.contracts.verdict.Judge;
import waybill.contracts.verdict.Verdict;

/** That whatever is composed keeps the command's contract. One for each definition. */
final class Proof {
  private static final int WITNESS_CHARS_MAX = 300;

  private final Judge judge;
  private final Clock clock;
  private final Instant end;
  private final Found found;

  Proof(Judge judge, Clock clock, Found found) {
    this.judge = judge;
    this.clock = clock;
    this.end = clock.instant().plus(SagaLimits.PROOF_MAX);
    this.found = found;
  }

  void check(String at, Told told, JsonNode composed, JsonNode command) {
    Verdict verdict =
        clock.instant().isBefore(end)
            ? judge.between(composed, command)
            : Verdict.unknown("there was no time left");
    if (verdict.outcome() == Verdict.Outcome.UNKNOWN)
      found.add(
          at + "/with",
          "not-proved",
          "not proved to fit " + told.command() + ": " + verdict.reason());
    for (Break one : verdict.breaks())
      for (Violation broken : SchemaCheck.of(command).violations(one.witness()))
        found.add(
            blamed(at, told, broken.pointer()),
            "does-not-fit",
            "it can become "
                + shortened(one.witness())
                + ", which breaks "
                + broken.rule()
                + " at '"
                + broken.pointer()
                + "' of "
                + told.command());
  }

  /** What fills the place, or all of it. */
  private static String blamed(String at, Told told, String place) {
    return told.with().keySet().stream()
        .filter(target -> (place + "/").startsWith(target + "/"))
        .max(Comparator.comparing(target -> target.toString().length()))
        .map((JsonPointer target) -> ToldCheck.place(at, target))
        .orElse(at + "/with");
  }

  private static String shortened(JsonNode witness) {
    String text = Json.write(witness);
    return text.length() <= WITNESS_CHARS_MAX ? text : text.substring(0, WITNESS_CHARS_MAX) + "…";
  }
}
