package waybill.contracts.exchange;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a replay does with what the subscriber has done before. */
public enum ReplayMode {
  /** Nothing that is done changes. */
  FILL_GAPS,
  /** All of it once more, as new messages. */
  RE_EXECUTE;

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
