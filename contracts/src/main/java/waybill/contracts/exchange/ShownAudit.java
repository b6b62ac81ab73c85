package waybill.contracts.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far an audit is. */
public record ShownAudit(
    String id,
    State state,
    String by,
    Instant began,
    @Nullable Instant ended,
    long looked,
    List<String> stated,
    @Nullable Instant asOf,
    @Nullable Long unbalanced) {

  /** What is to become of it. */
  public enum State {
    RUNNING,
    PAUSED,
    CANCELLED,
    DONE
  }
}
