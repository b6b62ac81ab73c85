package waybill.contracts.sagas;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is known of a step. */
public enum StepState {
  WAITING,
  ASKED,
  DONE,
  REFUSED,
  /** It may have been done or not: nobody knows. */
  UNANSWERED,
  SKIPPED,
  UNDOING,
  UNDONE,
  UNDO_FAILED,
  UNDO_SKIPPED;

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
