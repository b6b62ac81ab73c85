package waybill.contracts.catalog;

import org.jspecify.annotations.Nullable;

/** Which page of the services is asked for, and of which of them. */
public record ListServices(
    @Nullable Integer limit,
    @Nullable String cursor,
    @Nullable String provides,
    @Nullable String consumes,
    @Nullable ServiceState state) {}
