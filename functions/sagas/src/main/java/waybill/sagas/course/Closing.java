package waybill.sagas.course;

import java.util.ArrayList;
import java.util.List;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.Told;
import waybill.contracts.sagas.Happening;
import waybill.contracts.sagas.SagaState;

/** The end: everything is done, or everything is undone, and is said to be. */
final class Closing {
  private final SagaDefinition definition;
  private final Sheet sheet;

  Closing(SagaDefinition definition, Sheet sheet) {
    this.definition = definition;
    this.sheet = sheet;
  }

  /** Says all of it or, where one thing can't be said, nothing. */
  void end() {
    List<Composing.Composed> made = made();
    for (Composing.Composed one : made)
      if (one.fault().isPresent()) {
        sheet.needsAttention(one.fault().get());
        return;
      }
    if (sheet.hasRoomFor(made)) end(made);
    else sheet.needsAttention("what is to be said at the end is too much");
  }

  /** Says what can be said. */
  void endAnyway() {
    end(made().stream().filter(one -> one.fault().isEmpty()).toList());
  }

  private List<Composing.Composed> made() {
    List<Composing.Composed> made = new ArrayList<>();
    for (Told told : sheet.undoing ? definition.undone() : definition.completed())
      made.add(sheet.compose(told));
    return made;
  }

  private void end(List<Composing.Composed> made) {
    for (Composing.Composed one : made)
      if (sheet.hasRoomFor(List.of(one))) sheet.say(one, Happening.TOLD, null, 1, null);
    if (sheet.undoing) sheet.end(SagaState.COMPENSATED, Happening.COMPENSATED);
    else sheet.end(SagaState.COMPLETED, Happening.COMPLETED);
  }
}
