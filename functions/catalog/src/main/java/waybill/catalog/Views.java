package waybill.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.catalog.ShownService;

/** A service as its reader may see it. */
final class Views {

  static ShownService to(
      ShownService service, @Nullable Instant leaseEndsAt, @Nullable Collection<String> clients) {
    return new ShownService(
        service.name(),
        service.summary(),
        service.builtIn(),
        service.state(),
        service.provides(),
        service.consumes(),
        service.baseUrl(),
        service.leaseSeconds(),
        leaseEndsAt,
        clients == null ? null : sorted(clients));
  }

  /** What came with the deployment is found where the deployment is. */
  static ShownService at(String base, ShownService service) {
    return service.builtIn() && !base.isEmpty()
        ? new ShownService(
            service.name(),
            service.summary(),
            true,
            service.state(),
            service.provides(),
            service.consumes(),
            base,
            null,
            null,
            null)
        : service;
  }

  private static List<String> sorted(Collection<String> clients) {
    return clients.stream().sorted().toList();
  }

  private Views() {}
}
