package waybill.contracts.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a service, and all that others need to know of it.
 *
 * @param clientIds who may speak for it; not for everybody
 */
public record ServiceChanged(
    String name,
    ServiceChange change,
    ServiceState state,
    String summary,
    @Nullable List<String> clientIds,
    List<String> provides,
    List<String> consumes,
    @Nullable String baseUrl,
    @Nullable Integer leaseSeconds,
    Instant changedAt) {

  public ServiceChanged withoutClients() {
    return new ServiceChanged(
        name, change, state, summary, null, provides, consumes, baseUrl, leaseSeconds, changedAt);
  }
}
