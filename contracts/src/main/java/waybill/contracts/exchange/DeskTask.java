package waybill.contracts.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was ordered about a parked key or a group, and how far that is. */
public record DeskTask(
    @Nullable String id,
    String subscription,
    DeskOrder.Order order,
    @Nullable String messageId,
    @Nullable String group,
    String reason,
    String by,
    State state,
    long ordered,
    long passed,
    @Nullable Boolean more,
    @Nullable String before,
    @Nullable String after,
    @Nullable String problem,
    @Nullable Instant began,
    @Nullable Instant ended) {

  /** How far it is. */
  public enum State {
    PLANNED,
    RUNNING,
    DONE
  }
}
