package waybill.contracts.sagas;

import waybill.contracts.Contract;

/** A handle for each contract that {@code sagas} owns. */
public final class SagasContracts {
  public static final Contract<ListSagas> LIST_SAGAS =
      Contract.of("sagas.list-sagas/1", ListSagas.class);
  public static final Contract<SagaList> SAGA_LIST =
      Contract.of("sagas.saga-list/1", SagaList.class);
  public static final Contract<ShownSaga> SAGA = Contract.of("sagas.saga/1", ShownSaga.class);
  public static final Contract<DecideSaga> DECIDE_SAGA =
      Contract.of("sagas.decide-saga/1", DecideSaga.class);

  private SagasContracts() {}
}
