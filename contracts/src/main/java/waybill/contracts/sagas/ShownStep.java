package waybill.contracts.sagas;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a saga.
 *
 * @param deadline until when its reply is waited for
 */
public record ShownStep(
    String name, int stage, StepState state, int attempts, int undos, @Nullable Instant deadline) {}
