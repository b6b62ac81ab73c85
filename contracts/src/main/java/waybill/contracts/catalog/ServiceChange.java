package waybill.contracts.catalog;

/** What became of a service. */
public enum ServiceChange {
  REGISTERED,
  CHANGED,
  GONE,
  BACK
}
