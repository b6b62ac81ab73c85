package waybill.contracts.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of services, and the cursor of the next if there is one. */
public record ServiceList(List<ServiceSummary> items, @Nullable String cursor) {}
