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

  private static List<String> sorted(Collection<String> clients) {
    return clients.stream().sorted().toList();
  }

  private Views() {}
}
