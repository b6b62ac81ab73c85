package waybill.contracts.sagas;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A saga and all that happened in it, without a document.
 *
 * @param reason why it is undone
 * @param step the step for whose sake it is undone
 * @param attention why it does not go on by itself
 * @param unlisted how much more happened
 */
public record ShownSaga(
    String sagaId,
    String definition,
    int version,
    String owner,
    String key,
    SagaState state,
    @Nullable String reason,
    @Nullable String step,
    @Nullable String attention,
    String correlationId,
    Instant begunAt,
    @Nullable Instant endedAt,
    List<ShownStep> steps,
    List<TimelineEntry> timeline,
    int unlisted) {}
