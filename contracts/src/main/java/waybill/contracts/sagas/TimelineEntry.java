package waybill.contracts.sagas;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a saga.
 *
 * @param attempt of the step or of its undo, counted from 1
 * @param messageId what was said or heard
 * @param by the operator whose deed it was
 */
public record TimelineEntry(
    Instant at,
    Happening what,
    @Nullable String step,
    @Nullable Integer attempt,
    @Nullable String messageId,
    @Nullable String contract,
    @Nullable String reason,
    @Nullable String by) {}
