package waybill.sagas.course;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    for (Step step : present())
      if (!ask(step, StepRun.WAITING.withAttempts(step.patience().attempts()))) return;
    look();
  }

  /** What can't be sent is refused before it is: then all goes back. */
  private boolean ask(Step step, StepRun run) {
    Composing.Composed made = sheet.compose(step.told());
    Optional<String> fault = made.fault();
    if (fault.isPresent()) {
      boolean neverSent = run.attempts() == 0;
      sheet.put(step.name(), run.ended(neverSent ? StepState.REFUSED : StepState.UNANSWERED));
      sheet.note(Happening.REFUSED, step.name(), null, Bounds.brief(fault.get()));
      back.turn(fault.get(), null);
      return false;
    }
    Instant until = sheet.now.plus(step.patience().timeout());
    long sequence = sheet.say(made, Happening.ASKED, step.name(), run.attempts() + 1, until);
    sheet.put(step.name(), run.asked(sequence, until));
    return true;
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
    for (Step step : present()) {
      StepRun run = sheet.run(step.name());
      if (!run.is(StepState.ASKED) || !run.isPast(sheet.now)) continue;
      sheet.note(Happening.TIMED_OUT, step.name(), run.attempts(), null);
      if (run.left() == 0) sheet.put(step.name(), run.ended(StepState.UNANSWERED));
      else if (!ask(step, run)) return;
    }
    look();
  }

  /** Goes on if nothing of this stage is left to be waited for. */
  private void look() {
    Optional<Step> hopeless = unanswered().filter(step -> step.undoing().isPresent()).findFirst();
    if (hopeless.isPresent()) back.turn(silence(hopeless.get()), null);
    else if (present().stream().noneMatch(step -> is(step, StepState.ASKED)))
      unanswered()
          .findFirst()
          .ifPresentOrElse(
              step -> sheet.needsAttention(silence(step)), () -> enter(sheet.stage + 1));
  }

  private String silence(Step step) {
    int attempts = sheet.run(step.name()).attempts();
    return step.name() + " was not answered in " + attempts + " attempts";
  }

  void retry(List<Step> steps) {
    goOn();
    for (Step step : steps) {
      StepRun run = sheet.run(step.name()).withAttempts(step.patience().attempts());
      if (!ask(step, run)) return;
    }
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
