package waybill.sagas.course;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import waybill.contracts.ContractId;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.Step;
import waybill.contracts.saga.Told;
import waybill.contracts.sagas.Happening;
import waybill.contracts.sagas.SagaState;
import waybill.contracts.sagas.StepState;

/** The way forward: the steps of a stage at the same time, and then the next stage. */
final class Forward {
  private final SagaDefinition definition;
  private final Sheet sheet;
  private final Back back;
  private final Closing closing;

  Forward(SagaDefinition definition, Sheet sheet, Back back) {
    this.definition = definition;
    this.sheet = sheet;
    this.back = back;
    this.closing = new Closing(definition, sheet);
  }

  void enter(int stage) {
    sheet.stage = stage;
    if (stage == definition.stages().size()) {
      closing.end();
      return;
    }
    if (ask(present(), step -> StepRun.WAITING.withAttempts(step.patience().attempts()))) look();
  }

  /** All of them or, where one can't be sent, none: then all goes back. */
  private boolean ask(List<Step> steps, Function<Step, StepRun> runs) {
    List<Composing.Composed> made = new ArrayList<>();
    for (Step step : steps) {
      Composing.Composed one = sheet.compose(step.told());
      made.add(one);
      if (one.fault().isPresent()) return refused(step, runs.apply(step), one.fault().get());
    }
    if (!sheet.hasRoomFor(made)) {
      back.turn("what is to be said at once is too much: " + names(steps), null);
      return false;
    }
    for (int i = 0; i < made.size(); i++) ask(steps.get(i), runs.apply(steps.get(i)), made.get(i));
    return true;
  }

  private boolean refused(Step step, StepRun run, String fault) {
    boolean neverSent = run.attempts() == 0;
    sheet.put(step.name(), run.ended(neverSent ? StepState.REFUSED : StepState.UNANSWERED));
    sheet.note(Happening.REFUSED, step.name(), null, Bounds.brief(fault));
    back.turn(fault, null);
    return false;
  }

  private void ask(Step step, StepRun run, Composing.Composed made) {
    Instant until = sheet.now.plus(step.patience().timeout());
    long sequence = sheet.say(made, Happening.ASKED, step.name(), run.attempts() + 1, until);
    sheet.put(step.name(), run.asked(sequence, until));
  }

  private static String names(List<Step> steps) {
    return steps.stream().map(Step::name).collect(joining(", "));
  }

  /**
   * @param as the version that it is taken for
   */
  void heard(Step step, Heard reply, ContractId as) {
    StepRun run = sheet.run(step.name());
    if (step.done().contains(as)) {
      sheet.noteHeard(Happening.DONE, step.name(), run.attempts(), reply, null);
      sheet.put(step.name(), run.ended(StepState.DONE));
      JsonNode facts = Facts.ofReply(definition, step.name(), reply.data());
      if (sheet.keep(step.name(), facts)) look();
      else tooLarge(step);
    } else {
      sheet.noteHeard(Happening.REFUSED, step.name(), run.attempts(), reply, reply.reason());
      sheet.put(step.name(), run.ended(StepState.REFUSED));
      back.turn(reply.reason(), step.name());
    }
  }

  private void tooLarge(Step step) {
    sheet.forget(step.name());
    back.turn("what " + step.name() + " replied is too large to be kept", null);
  }

  void timePassed() {
    List<Step> again = new ArrayList<>();
    for (Step step : present()) {
      StepRun run = sheet.run(step.name());
      if (!run.is(StepState.ASKED) || !run.isPast(sheet.now)) continue;
      sheet.note(Happening.TIMED_OUT, step.name(), run.attempts(), null);
      if (run.left() == 0) sheet.put(step.name(), run.ended(StepState.UNANSWERED));
      else again.add(step);
    }
    // Where it goes back anyway, nothing is asked again that would have to be undone too.
    if (hopeless().isPresent() || ask(again, step -> sheet.run(step.name()))) look();
  }

  /** Goes on if nothing of this stage is left to be waited for. */
  private void look() {
    Optional<Step> hopeless = hopeless();
    if (hopeless.isPresent()) back.turn(silence(hopeless.get()), null);
    else if (present().stream().noneMatch(step -> is(step, StepState.ASKED)))
      unanswered()
          .findFirst()
          .ifPresentOrElse(
              step -> sheet.needsAttention(silence(step)), () -> enter(sheet.stage + 1));
  }

  private Optional<Step> hopeless() {
    return unanswered().filter(step -> step.undoing().isPresent()).findFirst();
  }

  private String silence(Step step) {
    int attempts = sheet.run(step.name()).attempts();
    return step.name() + " was not answered in " + attempts + " attempts";
  }

  void retry(List<Step> steps) {
    goOn();
    if (!ask(steps, step -> sheet.run(step.name()).withAttempts(step.patience().attempts())))
      return;
    if (isAtTheEnd()) closing.end();
    else look();
  }

  void skip(List<Step> steps) {
    goOn();
    for (Step step : steps) sheet.put(step.name(), sheet.run(step.name()).ended(StepState.SKIPPED));
    if (isAtTheEnd()) closing.endAnyway();
    else look();
  }

  private void goOn() {
    sheet.state = SagaState.RUNNING;
    sheet.attention = null;
  }

  /** Whether anything that may still be said is made of what the step would have replied. */
  boolean isNeededLater(Step step) {
    Stream<Told> later =
        definition.stages().stream().skip(sheet.stage + 1L).flatMap(List::stream).map(Step::told);
    return Facts.needReplyOf(
        step.name(),
        Stream.of(
                later,
                Facts.undos(definition),
                definition.completed().stream(),
                definition.undone().stream())
            .flatMap(some -> some));
  }

  /** Those that wait for an operator. */
  List<Step> stuck() {
    return unanswered().toList();
  }

  private Stream<Step> unanswered() {
    return present().stream().filter(step -> is(step, StepState.UNANSWERED));
  }

  private boolean isAtTheEnd() {
    return sheet.stage == definition.stages().size();
  }

  private List<Step> present() {
    return isAtTheEnd() ? List.of() : definition.stages().get(sheet.stage);
  }

  private boolean is(Step step, StepState state) {
    return sheet.run(step.name()).is(state);
  }
}
