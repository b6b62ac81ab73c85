package waybill.contracts.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message and what became of it at each subscriber; erased once its data are gone. */
public record ShownMessage(
    JsonNode message, List<ShownDelivery> deliveries, @Nullable ShownErasure erased) {

  public ShownMessage(JsonNode message, List<ShownDelivery> deliveries) {
    this(message, deliveries, null);
  }
}
