package waybill.contracts.catalog;

import org.jspecify.annotations.Nullable;

/** Which page of the services is asked for. */
public record ListServices(@Nullable Integer limit, @Nullable String cursor) {}
