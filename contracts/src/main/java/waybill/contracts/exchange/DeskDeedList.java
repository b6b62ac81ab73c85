package waybill.contracts.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who ordered what about which message, the newest first. */
public record DeskDeedList(List<Deed> items, @Nullable String cursor) {

  /** An order about one message. */
  public record Deed(
      String id,
      String messageId,
      DeskOrder.Order order,
      @Nullable String group,
      String reason,
      String by,
      Instant at,
      @Nullable String before,
      @Nullable String after) {}
}
