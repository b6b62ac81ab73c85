package waybill.contracts.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a replay does with what the subscriber has done before. */
public enum ReplayMode {
  /** Nothing that is done changes. */
  @JsonProperty("fill-gaps")
  FILL_GAPS,
  /** All of it once more, as new messages. */
  @JsonProperty("re-execute")
  RE_EXECUTE
}
