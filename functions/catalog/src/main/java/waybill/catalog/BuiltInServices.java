package waybill.catalog;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import waybill.contracts.Catalog;
import waybill.contracts.ServiceEntry;

/** The services that come with the deployment. */
final class BuiltInServices implements Owners, Consumers {
  private final List<ServiceEntry> services;

  BuiltInServices(Catalog catalog) {
    this.services = catalog.services();
  }

  List<ServiceEntry> all() {
    return services;
  }

  @Override
  public Set<String> servicesOf(String client) {
    Set<String> bound = new TreeSet<>();
    for (ServiceEntry service : services)
      if (service.clientIds().contains(client)) bound.add(service.name());
    return bound;
  }

  @Override
  public List<Use> usesOf(String contract) {
    return services.stream()
        .flatMap(
            service ->
                service.consumes().stream()
                    .filter(consumed -> consumed.name().equals(contract))
                    .map(consumed -> new Use(service.name(), consumed)))
        .toList();
  }
}
