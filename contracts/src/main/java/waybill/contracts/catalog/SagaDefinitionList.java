package waybill.contracts.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of sagas, and the cursor of the next if there is one. */
public record SagaDefinitionList(List<SagaSummary> items, @Nullable String cursor) {}
