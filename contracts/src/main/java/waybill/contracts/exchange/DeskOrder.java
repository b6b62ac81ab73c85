package waybill.contracts.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What an operator decided about a parked message. Data is the new body, and only of an edit. */
public record DeskOrder(
    String source,
    String key,
    long sequence,
    Order order,
    String reason,
    String by,
    @Nullable JsonNode data) {
  /** What shall happen. */
  public enum Order {
    RETRY,
    SKIP,
    EDIT
  }
}
