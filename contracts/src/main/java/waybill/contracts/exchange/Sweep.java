package waybill.contracts.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A service goes through its table. Without a cursor it begins; an audit is repeated in what it
 * states.
 */
public record Sweep(@Nullable String cursor, @Nullable String audit) {}
