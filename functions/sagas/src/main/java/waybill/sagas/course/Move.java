package waybill.sagas.course;

import java.time.Instant;
import waybill.contracts.saga.SagaDefinition;

/** One transition that is being made: the saga as it becomes, and both ways at hand. */
final class Move {
  final Sheet sheet;
  final Back back;
  final Forward forward;

  Move(SagaDefinition definition, Composing composing, Saga saga, Instant now) {
    this.sheet = new Sheet(saga, composing, now);
    this.back = new Back(definition, sheet);
    this.forward = new Forward(definition, sheet, back);
  }
}
