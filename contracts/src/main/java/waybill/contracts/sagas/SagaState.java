package waybill.contracts.sagas;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a saga is. */
public enum SagaState {
  RUNNING,
  UNDOING,
  /** It goes on only if an operator decides so. */
  NEEDS_ATTENTION,
  COMPLETED,
  COMPENSATED;

  public boolean isEnded() {
    return this == COMPLETED || this == COMPENSATED;
  }

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
