package waybill.sagas.course;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.SagaId;
import waybill.contracts.saga.Step;
import waybill.contracts.saga.Told;
import waybill.contracts.sagas.Happening;
import waybill.contracts.sagas.StepState;
import waybill.contracts.sagas.TimelineEntry;
import waybill.kit.commit.Origin;

/** How the sagas of one definition go. The same saga, message and time make the same transition. */
public final class Course {
  private final SagaId id;
  private final SagaDefinition definition;
  private final Composing composing;
  private final Reading.Checking checking;

  public Course(
      SagaId id, SagaDefinition definition, Composing composing, Reading.Checking checking) {
    this.id = id;
    this.definition = definition;
    this.composing = composing;
    this.checking = checking;
  }

  /** Whether a saga that begins with it has room for what it has to remember and say of it. */
  public boolean hasRoomFor(Heard beginning) {
    JsonNode input = Facts.ofInput(Facts.told(definition), beginning.data());
    return isKept(input) && Load.fits(definition, input);
  }

  private static boolean isKept(JsonNode input) {
    return Json.bytes(input).length <= Bounds.FACTS_BYTES_MAX / 2;
  }

  /**
   * @param hindrance why it can't go on from its beginning: then it says what is said when
   *     everything was undone; null if it can
   */
  public Transition begin(
      String sagaId, Heard beginning, @Nullable String hindrance, Origin origin, Instant now) {
    Stream<Told> telling =
        hindrance == null ? Facts.told(definition) : definition.undone().stream();
    JsonNode input = Facts.ofInput(telling, beginning.data());
    Saga fresh =
        Saga.begun(
            sagaId,
            id,
            definition.owner(),
            beginning.id().key(),
            isKept(input) ? input : Json.object(),
            origin,
            now);
    Move move = move(fresh, now);
    move.sheet.noteHeard(Happening.BEGUN, null, null, beginning, null);
    if (hindrance == null) move.forward.enter(0);
    else move.back.turn(hindrance, null);
    return move.sheet.transition();
  }

  /** Somebody wants to begin what has begun. */
  public Transition begunAgain(Saga saga, Heard beginning, Instant now) {
    return ignored(saga, null, beginning, "it has begun already", now);
  }

  /**
   * @param answered the sequence of what it replies to
   */
  public Transition heard(Saga saga, long answered, Heard reply, Instant now) {
    Optional<Question> asked = question(saga, answered);
    if (asked.isEmpty())
      return ignored(saga, null, reply, "nothing was asked with sequence " + answered, now);
    Question question = asked.get();
    Step step = definition.step(question.step()).orElseThrow();
    boolean undo = question.undo();
    Optional<Reading> reading = Reading.of(reply, answers(step, undo), checking);
    if (reading.isEmpty())
      return ignored(saga, question, reply, "no answer to what was asked", now);
    StepRun run = saga.run(step.name());
    if (!run.is(undo ? StepState.UNDOING : StepState.ASKED) || run.asked() != answered)
      return ignored(saga, question, reply, lateness(saga, run, answered, undo), now);
    if (!reading.get().fits()) return ignored(saga, question, reply, reading.get().fault(), now);
    ContractId as = reading.get().as();
    Move move = move(saga, now);
    if (undo) step.undoing().ifPresent(how -> move.back.heard(step, how, reply, as));
    else move.forward.heard(step, reply, as);
    return move.sheet.transition();
  }

  /** An attempt of a step or of its undo. */
  private record Question(String step, boolean undo, int attempt) {}

  /** What the saga had asked with this sequence; the timeline may have forgotten the oldest. */
  private static Optional<Question> question(Saga saga, long sequence) {
    for (Map.Entry<String, StepRun> one : saga.runs().entrySet()) {
      StepRun run = one.getValue();
      boolean undo = run.undos() > 0;
      if (run.asked() == sequence)
        return Optional.of(new Question(one.getKey(), undo, undo ? run.undos() : run.attempts()));
    }
    String said = new MessageId("sagas", saga.id(), sequence).toString();
    return saga.timeline().stream()
        .filter(one -> said.equals(one.messageId()) && one.step() != null)
        .map(Course::question)
        .findFirst();
  }

  private static Question question(TimelineEntry asked) {
    int attempt = asked.attempt() == null ? 0 : asked.attempt();
    return new Question(
        String.valueOf(asked.step()), asked.what() == Happening.UNDO_ASKED, attempt);
  }

  private static List<ContractId> answers(Step step, boolean undo) {
    if (!undo) return concat(step.done(), step.refused());
    return step.undoing().map(how -> concat(how.done(), how.refused())).orElse(List.of());
  }

  private static String lateness(Saga saga, StepRun run, long answered, boolean undo) {
    if (saga.state().isEnded()) return "late: the saga has ended";
    if (!undo && run.undos() > 0) return "late: it is undone";
    if (run.asked() != answered) return "late: of an earlier attempt";
    return run.isAnswered() ? "it is known already" : "late: it is waited for no more";
  }

  /** Whatever is past its deadline by now. */
  public Transition timePassed(Saga saga, Instant now) {
    Move move = move(saga, now);
    if (saga.runs().values().stream().anyMatch(run -> run.isPast(now))) {
      if (saga.undoing()) move.back.timePassed();
      else move.forward.timePassed();
    }
    return move.sheet.transition();
  }

  /** One that comes too late is noted. */
  public Transition cancelled(Saga saga, Heard cancelling, Instant now) {
    if (!saga.canBeCancelled())
      return ignored(saga, null, cancelling, "it can't be cancelled any more", now);
    String named = cancelling.reason();
    String reason = named.startsWith("refused: ") ? "cancelled by " + cancelling.contract() : named;
    Move move = move(saga, now);
    move.sheet.noteHeard(Happening.CANCELLED, null, null, cancelling, Bounds.brief(reason));
    move.back.turn(reason, null);
    return move.sheet.transition();
  }

  private Transition ignored(
      Saga saga, @Nullable Question asked, Heard heard, String why, Instant now) {
    Move move = move(saga, now);
    move.sheet.noteHeard(
        Happening.IGNORED,
        asked == null ? null : asked.step(),
        asked == null ? null : asked.attempt(),
        heard,
        why);
    return move.sheet.transition();
  }

  private static List<ContractId> concat(Set<ContractId> some, Set<ContractId> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private Move move(Saga saga, Instant now) {
    return new Move(definition, composing, saga, now);
  }

  /** What operators may do about them. */
  public Deciding deciding() {
    return new Deciding(definition, composing);
  }
}
