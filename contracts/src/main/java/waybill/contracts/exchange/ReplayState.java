package waybill.contracts.exchange;

/** What becomes of a replay. */
public enum ReplayState {
  RUNNING,
  PAUSED,
  CANCELLED,
  DONE
}
