package waybill.sagas.course;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.contracts.saga.SagaId;
import waybill.contracts.sagas.SagaState;
import waybill.contracts.sagas.TimelineEntry;
import waybill.kit.commit.Origin;

/**
 * A change under way: all that is known of it, and no more of its documents than its definition
 * looks at.
 *
 * @param key the business key, of the message that began it
 * @param undoing whether it goes back; also while it needs attention
 * @param stage where it is in its definition; behind the last one or before the first one it only
 *     has to say how it ended
 * @param reason why it is undone
 * @param step the step that was refused; null if it goes back for another reason
 * @param attention why it does not go on by itself
 * @param unlisted what happened and is in the timeline no more
 * @param said how many messages it has said: the sequence of the last one
 * @param timer when it is woken at the latest; that may be earlier than anything is due
 */
public record Saga(
    String id,
    SagaId definition,
    String owner,
    String key,
    SagaState state,
    boolean undoing,
    int stage,
    @Nullable String reason,
    @Nullable String step,
    @Nullable String attention,
    Map<String, StepRun> runs,
    JsonNode input,
    Map<String, JsonNode> replies,
    List<TimelineEntry> timeline,
    int unlisted,
    long said,
    Origin origin,
    Instant begunAt,
    @Nullable Instant endedAt,
    @Nullable Instant timer) {

  public Saga {
    runs = Collections.unmodifiableMap(new LinkedHashMap<>(runs));
    replies = Collections.unmodifiableMap(new LinkedHashMap<>(replies));
    timeline = List.copyOf(timeline);
  }

  static Saga begun(
      String id,
      SagaId definition,
      String owner,
      String key,
      JsonNode input,
      Origin origin,
      Instant now) {
    return new Saga(
        id,
        definition,
        owner,
        key,
        SagaState.RUNNING,
        false,
        0,
        null,
        null,
        null,
        Map.of(),
        input,
        Map.of(),
        List.of(),
        0,
        0,
        origin,
        now,
        null,
        null);
  }

  public StepRun run(String name) {
    return runs.getOrDefault(name, StepRun.WAITING);
  }

  /** What goes back already is not cancelled, nor what has ended. */
  public boolean canBeCancelled() {
    return !undoing && !state.isEnded();
  }
}
