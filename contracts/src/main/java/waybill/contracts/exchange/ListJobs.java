package waybill.contracts.exchange;

import org.jspecify.annotations.Nullable;

/** Which page of a list of jobs is asked for. */
public record ListJobs(@Nullable Integer limit, @Nullable String cursor) {}
