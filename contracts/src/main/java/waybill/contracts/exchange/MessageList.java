package waybill.contracts.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of messages, without what they say. */
public record MessageList(List<Listed> items, @Nullable String cursor) {

  /** A message and where it is. */
  public record Listed(
      String id,
      String contract,
      String key,
      Instant time,
      String correlation,
      @Nullable String causation,
      List<At> deliveries) {}

  /** What is known at one subscriber. */
  public record At(String subscriber, DeliveryState state) {}
}
