package waybill.contracts.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a service, and all that is public of it. */
public record ServiceChanged(
    String name,
    ServiceChange change,
    ServiceState state,
    String summary,
    List<String> provides,
    List<String> consumes,
    @Nullable String baseUrl,
    @Nullable Integer leaseSeconds,
    Instant changedAt) {}
