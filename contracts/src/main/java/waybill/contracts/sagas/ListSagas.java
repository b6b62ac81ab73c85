package waybill.contracts.sagas;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which page of which sagas is asked for. */
public record ListSagas(
    @Nullable String definition,
    @Nullable SagaState state,
    @Nullable Instant begunBefore,
    @Nullable Integer limit,
    @Nullable String cursor) {}
