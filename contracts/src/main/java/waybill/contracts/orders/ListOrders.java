package waybill.contracts.orders;

import org.jspecify.annotations.Nullable;

/** Which page of a user's orders is asked for. */
public record ListOrders(String userId, @Nullable Integer limit, @Nullable String cursor) {}
