package waybill.contracts.sagas;

/** The contracts of the service {@code sagas}. */
public final class SagasContracts {

  private SagasContracts() {}
}
