package waybill.contracts.saga;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.Json;

/** A definition as it is written down: the document that {@code catalog.saga} describes. */
public final class SagaFile {

  private record Written(
      String owner,
      String summary,
      ContractId begins,
      @Nullable ContractId cancels,
      List<JsonNode> steps,
      @Nullable List<WrittenTold> completed,
      @Nullable List<WrittenTold> undone) {}

  private record Together(@Nullable List<WrittenStep> together) {}

  private record WrittenStep(
      String name,
      ContractId command,
      @Nullable Map<String, JsonNode> with,
      Set<ContractId> done,
      @Nullable Set<ContractId> refused,
      @Nullable WrittenUndo undo,
      @Nullable String timeout,
      @Nullable Integer attempts) {}

  private record WrittenUndo(
      ContractId command,
      @Nullable Map<String, JsonNode> with,
      Set<ContractId> done,
      @Nullable Set<ContractId> refused,
      @Nullable String timeout,
      @Nullable Integer attempts) {}

  private record WrittenTold(ContractId command, @Nullable Map<String, JsonNode> with) {}

  private SagaFile() {}

  /**
   * @throws IllegalArgumentException if it does not keep the contract
   */
  public static SagaDefinition read(JsonNode document) {
    Written written = Json.bind(document, Written.class);
    return new SagaDefinition(
        written.owner,
        written.summary,
        written.begins,
        written.cancels,
        written.steps.stream().map(SagaFile::stage).toList(),
        closing(written.completed),
        closing(written.undone));
  }

  private static List<Step> stage(JsonNode document) {
    if (!document.has("together")) return List.of(step(Json.bind(document, WrittenStep.class)));
    List<WrittenStep> together = Json.bind(document, Together.class).together;
    return together == null ? List.of() : together.stream().map(SagaFile::step).toList();
  }

  private static Step step(WrittenStep written) {
    return new Step(
        written.name,
        new Told(written.command, with(written.with)),
        written.done,
        written.refused == null ? Set.of() : written.refused,
        written.undo == null ? null : undo(written.undo),
        patience(written.timeout, written.attempts));
  }

  private static Step.Undo undo(WrittenUndo written) {
    return new Step.Undo(
        new Told(written.command, with(written.with)),
        written.done,
        written.refused == null ? Set.of() : written.refused,
        patience(written.timeout, written.attempts));
  }

  private static Patience patience(@Nullable String timeout, @Nullable Integer attempts) {
    return new Patience(
        timeout == null ? Patience.DEFAULT.timeout() : Duration.parse(timeout),
        attempts == null ? Patience.DEFAULT.attempts() : attempts);
  }

  private static List<Told> closing(@Nullable List<WrittenTold> written) {
    if (written == null) return List.of();
    return written.stream().map(one -> new Told(one.command, with(one.with))).toList();
  }

  private static Map<JsonPointer, Source> with(@Nullable Map<String, JsonNode> written) {
    Map<JsonPointer, Source> with = new LinkedHashMap<>();
    if (written != null)
      written.forEach((place, source) -> with.put(JsonPointer.compile(place), source(source)));
    return with;
  }

  private static Source source(JsonNode written) {
    return written.isTextual()
        ? new Source.From(JsonPointer.compile(written.textValue()))
        : new Source.Constant(written.path("value"));
  }
}
