package waybill.contracts.catalog;

/** As what a service uses a contract. */
public enum Role {
  /** It owns the contract. */
  PROVIDER,
  /** It reads or sends what another owns. */
  CONSUMER
}
