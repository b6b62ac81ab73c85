package waybill.contracts.sagas;

/** A handle for each contract that {@code sagas} owns. */
public final class SagasContracts {

  private SagasContracts() {}
}
