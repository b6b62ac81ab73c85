package waybill.contracts.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of contracts, and the cursor of the next if there is one. */
public record ContractList(List<ContractSummary> items, @Nullable String cursor) {}
