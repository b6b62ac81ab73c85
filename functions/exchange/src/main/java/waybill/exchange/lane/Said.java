package waybill.exchange.lane;

/** What became of somebody's word on a message. */
public enum Said {
  NOTED,
  /** It was settled before, or was never handed out. */
  UNKNOWN,
  /** Somebody else has the lease by now, or it is not this message's turn. */
  STALE
}
