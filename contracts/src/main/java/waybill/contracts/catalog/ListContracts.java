package waybill.contracts.catalog;

import org.jspecify.annotations.Nullable;
import waybill.contracts.Kind;

/** Which contracts are asked for. */
public record ListContracts(
    @Nullable String owner,
    @Nullable Kind kind,
    @Nullable String text,
    @Nullable Integer limit,
    @Nullable String cursor) {}
