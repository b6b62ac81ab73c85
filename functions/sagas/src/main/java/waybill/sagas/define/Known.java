package waybill.sagas.define;

import waybill.contracts.ContractId;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.SagaId;

/** A version of a definition. */
public record Known(SagaId id, SagaDefinition definition) {

  boolean begins(ContractId contract) {
    return definition.begins().equals(contract);
  }

  boolean cancels(ContractId contract) {
    return contract.equals(definition.cancels());
  }
}
