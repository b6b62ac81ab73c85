package waybill.contracts.catalog;

import org.jspecify.annotations.Nullable;

/** Which sagas are asked for. */
public record ListSagaDefinitions(
    @Nullable String owner, @Nullable Integer limit, @Nullable String cursor) {}
