package waybill.contracts.catalog;

import org.jspecify.annotations.Nullable;

/** Which page of the approvals is asked for. */
public record ListApprovals(@Nullable Integer limit, @Nullable String cursor) {}
