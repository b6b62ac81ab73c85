package waybill.contracts.inventory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why nothing is set aside. */
public enum StockRefusal {
  UNKNOWN_SKU,
  OUT_OF_STOCK,
  MIXED_CURRENCIES,
  TOO_MUCH,
  RELEASED,
  NOT_RESERVED;

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
