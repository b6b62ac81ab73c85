package waybill.contracts.catalog;

import org.jspecify.annotations.Nullable;
import waybill.contracts.Kind;

/** A contract as a list shows it. */
public record ContractSummary(
    String name,
    Kind kind,
    String owner,
    String summary,
    @Nullable Integer latest,
    boolean builtIn) {}
