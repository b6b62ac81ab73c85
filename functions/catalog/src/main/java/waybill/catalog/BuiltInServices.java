package waybill.catalog;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.ServiceEntry;
import waybill.contracts.saga.SagaFile;
import waybill.contracts.saga.SagaId;

/** The services that come with the deployment. */
final class BuiltInServices implements Owners, Consumers {
  private final List<ServiceEntry> services;
  private final Set<ContractId> ofSagas = new TreeSet<>();

  BuiltInServices(Catalog catalog) {
    this.services = catalog.services();
    for (SagaId id : catalog.sagas()) ofSagas.addAll(SagaFile.read(catalog.saga(id)).uses());
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
    Stream<Use> consumed =
        services.stream()
            .flatMap(
                service -> service.consumes().stream().map(one -> new Use(service.name(), one)));
    return Stream.concat(consumed, ofSagas.stream().map(one -> new Use(Saga.COORDINATOR, one)))
        .filter(use -> use.takes().name().equals(contract))
        .distinct()
        .toList();
  }
}
