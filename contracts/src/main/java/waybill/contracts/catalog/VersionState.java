package waybill.contracts.catalog;

/** Whether a version may be used. */
public enum VersionState {
  ACTIVE,
  /** Still in use, but its end is announced. */
  DEPRECATED,
  /** Still readable, for what was written under it; nobody may begin to use it. */
  RETIRED
}
