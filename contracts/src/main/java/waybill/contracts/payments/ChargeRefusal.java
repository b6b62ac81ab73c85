package waybill.contracts.payments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why nothing is taken. */
public enum ChargeRefusal {
  NO_ACCOUNT,
  INSUFFICIENT_FUNDS,
  OTHER_CURRENCY,
  REFUNDED;

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
