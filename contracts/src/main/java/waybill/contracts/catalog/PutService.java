package waybill.contracts.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service as it shall be from now on. */
public record PutService(
    String summary,
    @Nullable List<String> clientIds,
    List<String> provides,
    List<String> consumes,
    @Nullable String baseUrl,
    @Nullable Integer leaseSeconds) {}
