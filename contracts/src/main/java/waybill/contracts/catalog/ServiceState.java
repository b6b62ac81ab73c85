package waybill.contracts.catalog;

/** Whether a service may be expected to answer. */
public enum ServiceState {
  /** It has no lease, or one that runs. */
  HERE,
  /** Its lease has ended. */
  GONE
}
