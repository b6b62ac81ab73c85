package waybill.contracts.users;

import org.jspecify.annotations.Nullable;

/** Which page of the users is asked for. */
public record ListUsers(@Nullable Integer limit, @Nullable String cursor) {}
