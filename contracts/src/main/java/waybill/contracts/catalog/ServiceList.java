package waybill.contracts.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of services, and from where the change feed goes on. */
public record ServiceList(List<ShownService> items, @Nullable String cursor, long position) {}
