package waybill.sagas.course;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import waybill.contracts.Json;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.Source;
import waybill.contracts.saga.Step;
import waybill.contracts.saga.Told;
import waybill.kit.Limits;

/** What is said at once has to fit into the outbox of the saga's row, all of it or nothing. */
final class Load {
  /** What a message has beside its document; also all that is left of a long one. */
  private static final int ENVELOPE_BYTES = 2 * 1024;

  private Load() {}

  static boolean fits(Stream<JsonNode> documents) {
    return documents.mapToLong(Load::of).sum() <= Limits.UNSENT_BYTES_MAX;
  }

  private static long of(JsonNode document) {
    int bytes = Json.bytes(document).length;
    return bytes > Limits.MESSAGE_BYTES_MAX ? ENVELOPE_BYTES : bytes + ENVELOPE_BYTES;
  }

  /** Whether that can be so of all that a saga will ever say of its beginning. */
  static boolean fits(SagaDefinition definition, JsonNode input) {
    JsonNode facts = Json.object().set("input", input);
    return Stream.concat(
            definition.stages().stream().flatMap(Load::stage),
            Stream.of(definition.completed(), definition.undone()))
        .allMatch(told -> fits(told.stream().map(one -> filled(one, facts))));
  }

  private static Stream<List<Told>> stage(List<Step> stage) {
    return Stream.of(
        stage.stream().map(Step::told).toList(),
        stage.stream().flatMap(step -> step.undoing().stream()).map(Step.Undo::told).toList());
  }

  /** As long as the command will be, if nothing is cut from it. */
  private static JsonNode filled(Told told, JsonNode facts) {
    var all = Json.object().arrayNode();
    for (Source source : told.with().values())
      all.add(
          source instanceof Source.From from
              ? facts.at(from.pointer())
              : ((Source.Constant) source).value());
    return all;
  }
}
