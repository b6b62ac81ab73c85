package waybill.contracts.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is parked for a subscription, failure by failure: of each key the first. */
public record ParkedList(List<Group> groups, @Nullable String cursor) {

  /** What is parked for one failure. */
  public record Group(String group, String reason, List<Parked> items) {}

  /** The first of a key that does not go on. */
  public record Parked(
      String messageId,
      @Nullable JsonNode message,
      @Nullable String reason,
      int attempts,
      Instant since,
      HeldBy heldBy,
      int followers,
      boolean edited,
      @Nullable String awaited) {}

  /** Who has it. */
  public enum HeldBy {
    EXCHANGE,
    SUBSCRIBER
  }
}
