package waybill.sagas.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.saga.Composition;
import waybill.contracts.saga.SagaFile;
import waybill.contracts.saga.SagaId;
import waybill.contracts.sagas.SagaState;
import waybill.kit.commit.Origin;

/** Many steps at once that each say much: more than the outbox of one row takes. */
class LoadTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String LONG = "x".repeat(40_000);
  private int messages = 1;

  /**
   * @param of what the wide stage says
   * @param undo what its undos say
   */
  private static Course course(String of, String undo) {
    ObjectNode definition =
        (ObjectNode)
            Json.parse(
                """
                {"owner":"a","summary":"s","begins":"a.begun/1","steps":[
                  {"name":"first","command":"b.one/1","done":["b.done/1"],
                   "undo":{"command":"b.undo/1","done":["b.undone/1"]}}]}
                """);
    ArrayNode together = ((ArrayNode) definition.path("steps")).addObject().putArray("together");
    for (int i = 0; i < 4; i++)
      together.add(
          Json.parse(
              """
              {"name":"s%d","command":"b.two/1","with":{"/x":"%s"},"done":["b.done/1"],
               "refused":["b.no/1"],
               "undo":{"command":"b.undo/1","with":{"/x":"%s"},"done":["b.undone/1"],"attempts":1}}
              """
                  .formatted(i, of, undo)));
    return new Course(
        new SagaId("s", 1),
        SagaFile.read(definition),
        (told, facts) ->
            new Composing.Composed(told, Composition.of(told, facts, Json.object()), List.of()),
        (version, document) -> List.of());
  }

  private Heard heard(String contract, String field) {
    return new Heard(
        new MessageId("p", "k", messages++),
        ContractId.parse(contract),
        Json.object().put(field, LONG));
  }

  private Saga begun(Course course) {
    Origin origin = new Origin("c", null, 0, null);
    return course.begin("s.k", heard("a.begun/1", "long"), null, origin, NOW).saga();
  }

  @Test
  void whatItsBeginningMakesTooMuch_isSeenBeforeAnythingIsDone() {
    assertThat(course("/input/long", "/saga/id").hasRoomFor(heard("a.begun/1", "long"))).isFalse();
    assertThat(course("/saga/id", "/input/long").hasRoomFor(heard("a.begun/1", "long"))).isFalse();
    assertThat(course("/input/short", "/saga/id").hasRoomFor(heard("a.begun/1", "long"))).isTrue();
  }

  @Test
  void aStageThatBecomesTooMuch_isNotAskedAtAll_andAllGoesBack() {
    Course course = course("/replies/first/long", "/saga/id");
    Transition turned = course.heard(begun(course), 1, heard("b.done/1", "long"), NOW);

    assertThat(turned.says()).extracting(one -> one.contract().name()).containsExactly("b.undo");
    assertThat(turned.saga().state()).isEqualTo(SagaState.UNDOING);
    assertThat(turned.saga().reason())
        .isEqualTo("what is to be said at once is too much: s0, s1, s2, s3");
  }

  @Test
  void undosThatAreTooMuchAtOnce_needAttention_andGoOnWithARetry() {
    Course course = course("/saga/id", "/replies/first/long");
    Saga wide = course.heard(begun(course), 1, heard("b.done/1", "long"), NOW).saga();
    Transition turned = course.heard(wide, 2, heard("b.no/1", "says"), NOW);
    assertThat(turned.says()).hasSize(3);
    Saga all = course.cancelled(wide, heard("a.stop/1", "x"), NOW).saga();
    assertThat(all.runs().values()).filteredOn(run -> run.why() != null).hasSize(1);

    Saga stuck = all;
    for (int sequence = 6; sequence <= 8; sequence++)
      stuck = course.heard(stuck, sequence, heard("b.undone/1", "x"), NOW).saga();
    assertThat(stuck.state()).isEqualTo(SagaState.NEEDS_ATTENTION);
    Decision retried = course.deciding().retried(stuck, new Wish("olga", "r", null), NOW);
    assertThat(((Decision.Carried) retried).transition().says()).hasSize(1);
  }
}
