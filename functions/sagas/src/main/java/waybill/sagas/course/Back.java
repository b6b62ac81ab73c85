package waybill.sagas.course;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.Step;
import waybill.contracts.sagas.Happening;
import waybill.contracts.sagas.SagaState;
import waybill.contracts.sagas.StepState;

/** The way back: stage by stage, all that was done or may have been done is undone. */
final class Back {
  private final SagaDefinition definition;
  private final Sheet sheet;
  private final Closing closing;

  Back(SagaDefinition definition, Sheet sheet) {
    this.definition = definition;
    this.sheet = sheet;
    this.closing = new Closing(definition, sheet);
  }

  void turn(String reason, @Nullable String step) {
    sheet.reason = Bounds.brief(reason);
    sheet.step = step;
    sheet.attention = null;
    sheet.undoing = true;
    sheet.state = SagaState.UNDOING;
    for (Step one : definition.steps())
      if (sheet.run(one.name()).is(StepState.ASKED))
        sheet.put(one.name(), sheet.run(one.name()).ended(StepState.UNANSWERED));
    from(Math.min(sheet.stage, definition.stages().size() - 1));
  }

  private void from(int stage) {
    for (int at = stage; at >= 0; at--) {
      sheet.stage = at;
      for (Step step : definition.stages().get(at)) begin(step);
      if (is(StepState.UNDOING) || is(StepState.UNDO_FAILED)) {
        look();
        return;
      }
    }
    sheet.stage = -1;
    closing.end();
  }

  /** Where nobody knows whether it was done, it is undone too: that does nothing if not. */
  private void begin(Step step) {
    StepRun run = sheet.run(step.name());
    Optional<Step.Undo> undo = step.undoing();
    if (undo.isPresent() && (run.is(StepState.DONE) || run.is(StepState.UNANSWERED)))
      ask(step, undo.get(), run.withAttempts(undo.get().patience().attempts()));
  }

  private void ask(Step step, Step.Undo undo, StepRun run) {
    Composing.Composed made = sheet.compose(undo.told());
    if (made.fault().isPresent()) {
      fail(step, run, made.fault().get());
      return;
    }
    if (!sheet.hasRoomFor(List.of(made))) {
      fail(step, run, "there is no room to say it beside the others");
      return;
    }
    int nth = undo.patience().attempts() - run.left() + 1;
    long sequence = sheet.say(made, Happening.UNDO_ASKED, step.name(), run.undos() + 1, null);
    sheet.put(
        step.name(),
        run.undoAsked(sequence, sheet.now.plus(Bounds.undoWait(undo.patience(), nth))));
  }

  private void fail(Step step, StepRun run, String why) {
    sheet.put(step.name(), run.failed(StepState.UNDO_FAILED, Bounds.brief(why)));
  }

  /** Goes on if nothing of this stage is left to be waited for. */
  private void look() {
    if (is(StepState.UNDOING)) return;
    Optional<Step> failed =
        present().stream().filter(one -> is(one, StepState.UNDO_FAILED)).findFirst();
    if (failed.isPresent()) {
      String name = failed.get().name();
      sheet.needsAttention("the undo of " + name + " failed: " + sheet.run(name).why());
    } else from(sheet.stage - 1);
  }

  /**
   * @param as the version that it is taken for
   */
  void heard(Step step, Step.Undo undo, Heard reply, ContractId as) {
    StepRun run = sheet.run(step.name());
    if (undo.done().contains(as)) {
      sheet.noteHeard(Happening.UNDONE, step.name(), run.undos(), reply, null);
      sheet.put(step.name(), run.ended(StepState.UNDONE));
    } else {
      sheet.noteHeard(Happening.UNDO_REFUSED, step.name(), run.undos(), reply, reply.reason());
      fail(step, run, reply.reason());
    }
    look();
  }

  void timePassed() {
    for (Step step : present()) {
      StepRun run = sheet.run(step.name());
      if (!run.is(StepState.UNDOING) || !run.isPast(sheet.now) || step.undo() == null) continue;
      sheet.note(Happening.UNDO_TIMED_OUT, step.name(), run.undos(), null);
      if (run.left() > 0) ask(step, step.undo(), run);
      else fail(step, run, StepRun.SILENCE + " in " + run.undos() + " attempts");
    }
    look();
  }

  void retry(List<Step> steps) {
    sheet.state = SagaState.UNDOING;
    sheet.attention = null;
    for (Step step : steps)
      step.undoing()
          .ifPresent(
              undo ->
                  ask(step, undo, sheet.run(step.name()).withAttempts(undo.patience().attempts())));
    if (sheet.stage < 0) closing.end();
    else look();
  }

  void skip(List<Step> steps) {
    sheet.state = SagaState.UNDOING;
    sheet.attention = null;
    for (Step step : steps)
      sheet.put(step.name(), sheet.run(step.name()).ended(StepState.UNDO_SKIPPED));
    if (sheet.stage < 0) closing.endAnyway();
    else look();
  }

  /** Those that wait for an operator. */
  List<Step> stuck() {
    return present().stream().filter(step -> is(step, StepState.UNDO_FAILED)).toList();
  }

  private List<Step> present() {
    return sheet.stage < 0 ? List.of() : definition.stages().get(sheet.stage);
  }

  private boolean is(StepState state) {
    return present().stream().anyMatch(step -> is(step, state));
  }

  private boolean is(Step step, StepState state) {
    return sheet.run(step.name()).is(state);
  }
}
