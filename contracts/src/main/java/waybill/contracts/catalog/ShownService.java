package waybill.contracts.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service as the registry shows it; who may speak for it only to itself and operators. */
public record ShownService(
    String name,
    String summary,
    boolean builtIn,
    ServiceState state,
    List<String> provides,
    List<String> consumes,
    @Nullable String baseUrl,
    @Nullable Integer leaseSeconds,
    @Nullable Instant leaseEndsAt,
    @Nullable List<String> clientIds) {}
