package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import waybill.contracts.Json;

/** One labelled pair of the sample, which others have made. */
record SamplePair(String id, JsonNode oldSchema, JsonNode newSchema, boolean compatible) {
  private static final String FILE = "/compat-sample/pairs.jsonl";
  private static final int ASKED_MAX = 3;

  /** The standard verdicts, taken once. */
  private static final class JudgedChange {
    static final List<Judgement> ALL =
        all().stream().map(p -> new Judgement(p, p.verdict(Verdicts.standard()))).toList();
  }

  record Judgement(SamplePair pair, Verdict verdict) {}

  static List<Judgement> judged() {
    return JudgedChange.ALL;
  }

  static List<SamplePair> all() {
    try (InputStream in = SamplePair.class.getResourceAsStream(FILE)) {
      String text =
          new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(SamplePair::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SamplePair named(String id) {
    return all().stream().filter(pair -> pair.id.equals(id)).findFirst().orElseThrow();
  }

  private static SamplePair read(String line) {
    JsonNode pair = Json.parse(line);
    return new SamplePair(
        pair.path("id").asText(),
        pair.path("old"),
        pair.path("new"),
        pair.path("compatible").booleanValue());
  }

  /** A machine that is busy with something else may run out of time: then it is asked again. */
  Verdict verdict(Verdicts verdicts) {
    Verdict verdict = verdicts.between(oldSchema, newSchema);
    for (int i = 1; i < ASKED_MAX && ranOutOfTime(verdict); i++)
      verdict = verdicts.between(oldSchema, newSchema);
    return verdict;
  }

  private static boolean ranOutOfTime(Verdict verdict) {
    return verdict.reason() != null && verdict.reason().contains("more time");
  }
}
