package waybill.sagas.course;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import waybill.contracts.Json;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.Source;
import waybill.contracts.saga.Step;
import waybill.contracts.saga.Told;

/** Which parts of what was heard a definition looks at: only they are kept. */
final class Facts {

  private Facts() {}

  static JsonNode ofInput(Stream<Told> told, JsonNode data) {
    return picked(data, below(JsonPointer.compile("/input"), pointers(told)));
  }

  static JsonNode ofReply(SagaDefinition definition, String step, JsonNode data) {
    return picked(data, below(replyOf(step), pointers(told(definition))));
  }

  /** Whether any of these is made of what the step replied. */
  static boolean needReplyOf(String step, Stream<Told> told) {
    return !below(replyOf(step), pointers(told)).isEmpty();
  }

  private static JsonPointer replyOf(String step) {
    return JsonPointer.empty().appendProperty("replies").appendProperty(step);
  }

  static Stream<Told> told(SagaDefinition definition) {
    return Stream.of(
            definition.steps().stream().map(Step::told),
            undos(definition),
            definition.completed().stream(),
            definition.undone().stream())
        .flatMap(some -> some);
  }

  static Stream<Told> undos(SagaDefinition definition) {
    return definition.steps().stream()
        .flatMap(step -> step.undoing().stream())
        .map(Step.Undo::told);
  }

  private static List<JsonPointer> pointers(Stream<Told> told) {
    return told.flatMap(one -> one.with().values().stream())
        .filter(Source.From.class::isInstance)
        .map(source -> ((Source.From) source).pointer())
        .toList();
  }

  /** What is left of them behind this one; those that lead elsewhere are left out. */
  private static List<JsonPointer> below(JsonPointer root, List<JsonPointer> pointers) {
    List<JsonPointer> below = new ArrayList<>();
    for (JsonPointer pointer : pointers) {
      JsonPointer rest = pointer;
      JsonPointer of = root;
      while (!of.matches() && !rest.matches() && sameStep(of, rest)) {
        of = of.tail();
        rest = rest.tail();
      }
      if (of.matches()) below.add(rest);
    }
    return below;
  }

  private static boolean sameStep(JsonPointer one, JsonPointer other) {
    return one.getMatchingProperty().equals(other.getMatchingProperty());
  }

  /** An array is kept whole: a place in it means nothing without those before it. */
  private static JsonNode picked(JsonNode value, List<JsonPointer> pointers) {
    if (pointers.stream().anyMatch(JsonPointer::matches)) return value;
    if (!(value instanceof ObjectNode object)) return pointers.isEmpty() ? Json.object() : value;
    ObjectNode kept = Json.object();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      List<JsonPointer> inside =
          pointers.stream()
              .filter(pointer -> pointer.getMatchingProperty().equals(field.getKey()))
              .map(JsonPointer::tail)
              .toList();
      if (!inside.isEmpty()) kept.set(field.getKey(), picked(field.getValue(), inside));
    }
    return kept;
  }
}
