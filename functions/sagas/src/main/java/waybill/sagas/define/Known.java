package waybill.sagas.define;

import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.SagaId;

/** A version of a definition. */
public record Known(SagaId id, SagaDefinition definition) {

  boolean isBegunBy(String contract) {
    return definition.begins().name().equals(contract);
  }

  boolean isCancelledBy(String contract) {
    return definition.cancels() != null && definition.cancels().name().equals(contract);
  }
}
