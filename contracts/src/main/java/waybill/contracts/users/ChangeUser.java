package waybill.contracts.users;

import org.jspecify.annotations.Nullable;

/** A merge patch: only what is named changes. */
public record ChangeUser(@Nullable String email, @Nullable String name) {}
