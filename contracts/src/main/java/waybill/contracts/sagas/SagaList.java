package waybill.contracts.sagas;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of sagas. */
public record SagaList(List<Line> items, @Nullable String cursor) {

  /** A saga in a list. */
  public record Line(
      String sagaId,
      String definition,
      int version,
      String key,
      SagaState state,
      @Nullable String reason,
      @Nullable String attention,
      Instant begunAt,
      @Nullable Instant endedAt) {}
}
