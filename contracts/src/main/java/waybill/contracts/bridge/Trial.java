package waybill.contracts.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import waybill.contracts.SchemaCheck;
import waybill.contracts.Violation;
import waybill.contracts.verdict.Samples;

/** Sends documents over a bridge, both ways. */
public final class Trial {
  /** Documents that are made for each side. */
  public static final int DOCUMENTS = 60;

  /** For all of them together. */
  public static final int SECONDS_MAX = 5;

  private final JsonNode oldSchema;
  private final JsonNode newSchema;
  private final SchemaCheck oldCheck;
  private final SchemaCheck newCheck;

  private final LongSupplier nanos;
  private final long start;

  public Trial(JsonNode oldSchema, JsonNode newSchema) {
    this(oldSchema, newSchema, System::nanoTime);
  }

  Trial(JsonNode oldSchema, JsonNode newSchema, LongSupplier nanos) {
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.oldSchema = oldSchema;
    this.newSchema = newSchema;
    this.oldCheck = SchemaCheck.of(oldSchema);
    this.newCheck = SchemaCheck.of(newSchema);
  }

  /**
   * The first document that does not arrive as a valid one, if any.
   *
   * @param oldExamples valid documents of the old side that are tried as well; likewise for the new
   */
  public Optional<Counterexample> of(
      Bridge bridge, Collection<JsonNode> oldExamples, Collection<JsonNode> newExamples) {
    return carried("up", bridge.up(), oldSchema, oldExamples, newCheck)
        .or(() -> carried("down", bridge.down(), newSchema, newExamples, oldCheck));
  }

  private Optional<Counterexample> carried(
      String direction,
      Translation translation,
      JsonNode from,
      Collection<JsonNode> examples,
      SchemaCheck to) {
    List<JsonNode> generated = Samples.varied(from, DOCUMENTS);
    return Stream.concat(examples.stream(), generated.stream())
        .map(document -> carried(direction, translation, document, to))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Counterexample> carried(
      String direction, Translation translation, JsonNode document, SchemaCheck to) {
    try {
      JsonNode translated = translation.of(document);
      if (nanos.getAsLong() - start > SECONDS_MAX * 1_000_000_000L)
        throw new NoTranslation("takes more than " + SECONDS_MAX + " s for all documents");
      List<Violation> violations = to.violations(translated);
      return violations.isEmpty()
          ? Optional.empty()
          : Optional.of(new Counterexample(direction, document, translated, violations, null));
    } catch (NoTranslation e) {
      return Optional.of(
          new Counterexample(direction, document, null, List.of(), String.valueOf(e.getMessage())));
    }
  }
}
