package waybill.catalog;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import waybill.contracts.ContractId;
import waybill.contracts.ServiceEntry;
import waybill.contracts.catalog.ServiceState;
import waybill.contracts.catalog.ShownService;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;

/** All services, those of the deployment and those outside, and who speaks for them. */
final class Registry implements Owners, Consumers {
  private final BuiltInServices builtIn;
  private final Rows rows;

  Registry(BuiltInServices builtIn, Rows rows) {
    this.builtIn = builtIn;
    this.rows = rows;
  }

  boolean isBuiltIn(String name) {
    return entry(name).isPresent();
  }

  Row<OutsideService> outside(String name) {
    return rows.at(OutsideService.SERVICE, name);
  }

  Optional<ShownService> find(String name) {
    return entry(name)
        .map(Registry::view)
        .or(() -> outside(name).value().map(OutsideService::view));
  }

  /** Of every service, in the order of the alphabet. */
  NavigableSet<String> names() {
    NavigableSet<String> names = new TreeSet<>(Directory.of(Directory.SERVICES, rows).names());
    builtIn.all().forEach(entry -> names.add(entry.name()));
    return names;
  }

  Set<String> clientIdsOf(String name) {
    return entry(name)
        .map(entry -> Set.copyOf(entry.clientIds()))
        .or(() -> outside(name).value().map(service -> Set.copyOf(service.clientIds())))
        .orElse(Set.of());
  }

  @Override
  public Set<String> servicesOf(String client) {
    Set<String> bound = new TreeSet<>(builtIn.servicesOf(client));
    rows.find(ClientOwner.CLIENT, client).ifPresent(owner -> bound.add(owner.service()));
    return bound;
  }

  @Override
  public List<Use> usesOf(String contract) {
    Stream<Use> outside =
        Uses.of(contract, rows).versionsByService().entrySet().stream()
            .flatMap(
                uses ->
                    uses.getValue().stream()
                        .map(version -> new ContractId(contract, version))
                        .map(id -> new Use(Uses.serviceOf(uses.getKey()), id)));
    return Stream.concat(builtIn.usesOf(contract).stream(), outside).distinct().toList();
  }

  @Override
  public Commit asTheyAre(Commit commit, String contract) {
    return commit.and(Uses.asTheyAre(contract, rows));
  }

  private Optional<ServiceEntry> entry(String name) {
    return builtIn.all().stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  private static ShownService view(ServiceEntry entry) {
    return new ShownService(
        entry.name(),
        entry.summary(),
        true,
        ServiceState.HERE,
        OutsideService.texts(entry.provides()),
        OutsideService.texts(entry.consumes()),
        null,
        null,
        null,
        null);
  }
}
