package waybill.contracts.exchange;

import org.jspecify.annotations.Nullable;

/** Which page of what is parked is asked for. */
public record ListParked(
    @Nullable Integer limit, @Nullable String cursor, @Nullable String group) {}
