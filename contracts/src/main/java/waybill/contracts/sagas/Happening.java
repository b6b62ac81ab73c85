package waybill.contracts.sagas;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What happened in a saga. */
public enum Happening {
  BEGUN,
  ASKED,
  DONE,
  REFUSED,
  TIMED_OUT,
  UNDO_ASKED,
  UNDONE,
  UNDO_REFUSED,
  UNDO_TIMED_OUT,
  /** A closing message. */
  TOLD,
  /** Heard, and it changed nothing. */
  IGNORED,
  CANCELLED,
  RETRIED,
  SKIPPED,
  COMPLETED,
  COMPENSATED,
  NEEDS_ATTENTION;

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
