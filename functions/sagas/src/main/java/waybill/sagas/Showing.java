package waybill.sagas;

import java.util.ArrayList;
import java.util.List;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.Step;
import waybill.contracts.sagas.SagaList;
import waybill.contracts.sagas.ShownSaga;
import waybill.contracts.sagas.ShownStep;
import waybill.sagas.course.Saga;
import waybill.sagas.course.StepRun;

/** A saga as it is shown: what happened, and no document. */
final class Showing {

  private Showing() {}

  static ShownSaga whole(Saga saga, SagaDefinition definition) {
    return new ShownSaga(
        saga.id(),
        saga.definition().name(),
        saga.definition().version(),
        saga.owner(),
        saga.key(),
        saga.state(),
        saga.reason(),
        saga.step(),
        saga.attention(),
        saga.origin().correlation(),
        saga.begunAt(),
        saga.endedAt(),
        steps(saga, definition),
        saga.timeline(),
        saga.unlisted());
  }

  static SagaList.Line line(Saga saga) {
    return new SagaList.Line(
        saga.id(),
        saga.definition().name(),
        saga.definition().version(),
        saga.key(),
        saga.state(),
        saga.reason(),
        saga.attention(),
        saga.begunAt(),
        saga.endedAt());
  }

  private static List<ShownStep> steps(Saga saga, SagaDefinition definition) {
    List<ShownStep> steps = new ArrayList<>();
    for (int stage = 0; stage < definition.stages().size(); stage++)
      for (Step step : definition.stages().get(stage)) {
        StepRun run = saga.run(step.name());
        steps.add(
            new ShownStep(
                step.name(), stage + 1, run.state(), run.attempts(), run.undos(), run.deadline()));
      }
    return steps;
  }
}
