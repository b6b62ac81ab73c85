package waybill.exchange.ledger;

import java.time.Instant;
import waybill.kit.Limits;

/** Who took a message's data away, and why. */
public record Erased(Instant at, String by, String reason) {

  /** What goes out in place of the data. */
  public String says() {
    String says = "erased by " + by + ": " + reason;
    return says.substring(0, Math.min(says.length(), Limits.REASON_CHARS_MAX));
  }
}
