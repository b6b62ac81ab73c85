package waybill.sagas.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.Violation;
import waybill.contracts.saga.Composition;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.SagaFile;
import waybill.contracts.saga.SagaId;
import waybill.contracts.sagas.SagaState;
import waybill.contracts.sagas.StepState;
import waybill.kit.commit.Origin;

/** Documents that can't be made, facts that are kept, and facts that are too many. */
class MakingTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Wish WISH = new Wish("olga", "because", null);
  private static final SagaDefinition DEFINITION =
      SagaFile.read(
          Json.parse(
              """
              {"owner":"a","summary":"s","begins":"a.begun/1",
               "steps":[
                {"name":"one","command":"b.one/1","with":{"/x":"/input/deep/x","/l":"/input/list/0/y"},
                 "done":["b.done/1"],"undo":{"command":"b.undo/1","done":["b.undone/1"]}},
                {"together":[
                 {"name":"two","command":"b.two/1","with":{"/r":"/replies/one/r/s"},"done":["b.done/1"]},
                 {"name":"three","command":"b.three/1","done":["b.done/1"],"refused":["b.no/1"],
                  "undo":{"command":"b.unthree/1","done":["b.undone/1"]}}]}],
               "completed":[{"command":"a.good/1"}],
               "undone":[{"command":"a.bad/1","with":{"/why":"/saga/reason","/at":"/saga/step"}}]}
              """));

  private String unmakeable = "";
  private int messages = 1;

  private final Course course =
      new Course(
          new SagaId("s", 1),
          DEFINITION,
          (told, facts) ->
              new Composing.Composed(
                  told,
                  Composition.of(told, facts, Json.object()),
                  told.command().name().equals(unmakeable)
                      ? List.of(new Violation("/x", "type", "must be there"))
                      : List.of()),
          (version, document) -> List.of());

  @Test
  void ofWhatBegan_onlyWhatTheDefinitionLooksAt_isKept() {
    Saga saga = begun().saga();

    assertThat(Json.write(saga.input()))
        .isEqualTo("{\"deep\":{\"x\":1},\"list\":[{\"y\":2,\"z\":3}]}");
  }

  @Test
  void ofAReply_onlyWhatTheDefinitionLooksAt_isKept() {
    Transition both = second();

    assertThat(Json.write(both.saga().replies())).isEqualTo("{\"one\":{\"r\":{\"s\":5}}}");
    assertThat(both.says()).extracting(Said::step).containsExactly("two", "three");
    assertThat(Json.write(both.says().get(0).document())).isEqualTo("{\"r\":5}");
  }

  @Test
  void aCommandThatCannotBeMade_isAsGoodAsRefused() {
    unmakeable = "b.two";
    Transition turned = second();

    assertThat(turned.says()).extracting(said -> said.contract().name()).containsExactly("b.undo");
    assertThat(turned.saga().reason()).isEqualTo("b.two/1 can't be made: /x must be there");
    assertThat(turned.saga().run("two").state()).isEqualTo(StepState.REFUSED);
    Transition end = answered(turned.saga(), 2, "b.undone/1", "{}");
    assertThat(Json.write(end.says().get(0).document()))
        .isEqualTo("{\"why\":\"b.two/1 can't be made: /x must be there\"}");
  }

  @Test
  void anUndoThatCannotBeMade_needsAttention() {
    Saga one = answered(second().saga(), 3, "b.done/1", "{}").saga();
    unmakeable = "b.unthree";
    Saga stuck = course.cancelled(one, heard("a.stop/1", "{}"), NOW).saga();

    assertThat(stuck.state()).isEqualTo(SagaState.NEEDS_ATTENTION);
    assertThat(stuck.attention())
        .isEqualTo("the undo of three failed: b.unthree/1 can't be made: /x must be there");
    unmakeable = "";
    assertThat(course.deciding().retried(stuck, WISH, NOW)).isInstanceOf(Decision.Carried.class);
  }

  @Test
  void oneOfTwoAtOnceThatRefuses_turnsTheOtherToo() {
    Transition turned = answered(second().saga(), 3, "b.no/1", "{\"says\":\"not today\"}");

    assertThat(turned.says()).extracting(said -> said.contract().name()).containsExactly("b.undo");
    assertThat(turned.saga().run("two").state()).isEqualTo(StepState.UNANSWERED);
    assertThat(turned.saga().reason()).isEqualTo("not today");
  }

  @Test
  void aLastWordThatCannotBeMade_needsAttention_andIsSkipped() {
    unmakeable = "a.good";
    Saga one = answered(second().saga(), 2, "b.done/1", "{}").saga();
    Saga stuck = answered(one, 3, "b.done/1", "{}").saga();
    assertThat(stuck.state()).isEqualTo(SagaState.NEEDS_ATTENTION);
    assertThat(stuck.endedAt()).isNull();

    Decision skipped = course.deciding().skipped(stuck, WISH, NOW);

    assertThat(skipped)
        .isInstanceOfSatisfying(
            Decision.Carried.class,
            carried -> {
              assertThat(carried.transition().saga().state()).isEqualTo(SagaState.COMPLETED);
              assertThat(carried.transition().says()).isEmpty();
            });
  }

  @Test
  void aStepWhoseReplyIsNeededLater_isNotSkipped() {
    SagaDefinition needing =
        SagaFile.read(
            Json.parse(
                """
                {"owner":"a","summary":"s","begins":"a.begun/1",
                 "steps":[{"name":"one","command":"b.one/1","done":["b.done/1"],"attempts":1},
                  {"name":"two","command":"b.two/1","with":{"/r":"/replies/one/r"},"done":["b.done/1"]}],
                 "completed":[],"undone":[]}
                """));
    Course other =
        new Course(
            new SagaId("s", 1),
            needing,
            (told, facts) -> new Composing.Composed(told, Json.object(), List.of()),
            (version, document) -> List.of());
    Saga begun = other.begin("s.k", heard("a.begun/1", "{}"), null, origin(), NOW).saga();
    Saga stuck = other.timePassed(begun, NOW.plusSeconds(60)).saga();
    assertThat(stuck.attention()).isEqualTo("one was not answered in 1 attempts");

    assertThat(other.deciding().skipped(stuck, WISH, NOW))
        .isEqualTo(new Decision.Impossible("what one replies is needed later"));
  }

  @Test
  void aReplyThatIsTooLargeToBeKept_turnsTheSaga() {
    String large = "{\"r\":{\"s\":\"" + "x".repeat(Bounds.FACTS_BYTES_MAX) + "\"}}";
    Transition turned = answered(begun().saga(), 1, "b.done/1", large);

    assertThat(turned.saga().reason()).isEqualTo("what one replied is too large to be kept");
    assertThat(turned.says()).extracting(said -> said.contract().name()).containsExactly("b.undo");
    assertThat(turned.saga().replies()).isEmpty();
  }

  /** However often it is tried, its row stays small, and its last question is known. */
  @Test
  void aTimelineThatGrows_forgetsTheOldest_andNoDeedOfAPerson() {
    Saga saga = course.cancelled(begun().saga(), heard("a.stop/1", "{}"), NOW).saga();
    Instant now = NOW;
    for (int n = 0; n < 99; n++) {
      for (int minute = 0; minute < 10; minute++) {
        now = now.plusSeconds(3600);
        saga = course.timePassed(saga, now).saga();
      }
      Decision retried = course.deciding().retried(saga, WISH, now);
      saga = ((Decision.Carried) retried).transition().saga();
    }

    assertThat(saga.timeline()).hasSize(Bounds.TIMELINE_MAX);
    assertThat(saga.unlisted()).isPositive();
    assertThat(saga.timeline()).filteredOn(e -> "olga".equals(e.by())).hasSize(99);
    assertThat(answered(saga, saga.said(), "b.undone/1", "{}").saga().state())
        .isEqualTo(SagaState.COMPENSATED);
  }

  private Transition begun() {
    String input = "{\"deep\":{\"x\":1,\"y\":2},\"list\":[{\"y\":2,\"z\":3}],\"more\":4}";
    return course.begin("s.k", heard("a.begun/1", input), null, origin(), NOW);
  }

  private Transition second() {
    return answered(begun().saga(), 1, "b.done/1", "{\"r\":{\"s\":5,\"t\":6},\"u\":7}");
  }

  private Transition answered(Saga saga, long to, String contract, String data) {
    return course.heard(saga, to, heard(contract, data), NOW);
  }

  private Heard heard(String contract, String data) {
    JsonNode document = Json.parse(data);
    return new Heard(new MessageId("p", "k", messages++), ContractId.parse(contract), document);
  }

  private static Origin origin() {
    return new Origin("c", null, 0, null);
  }
}
