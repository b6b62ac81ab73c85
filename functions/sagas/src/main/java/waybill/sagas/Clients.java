package waybill.sagas;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import waybill.contracts.ServiceEntry;
import waybill.contracts.catalog.ServiceChanged;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.inbox.Reaction;

/** For which services a client speaks: as they were deployed, and as the catalog said since. */
final class Clients {
  private static final Kind<Service> SERVICE = Kind.entry("service", Service.class);
  private static final Kind<Client> CLIENT = Kind.entry("client", Client.class);

  /** Who speaks for it. */
  record Service(List<String> clients) {}

  /** The catalog lets a client speak for one service at a time. */
  record Client(String service) {}

  private final List<ServiceEntry> deployed;
  private final Rows rows;

  Clients(List<ServiceEntry> deployed, Rows rows) {
    this.deployed = deployed;
    this.rows = rows;
  }

  Set<String> servicesOf(String client) {
    Set<String> services = new TreeSet<>();
    for (ServiceEntry service : deployed)
      if (service.clientIds().contains(client)) services.add(service.name());
    rows.find(CLIENT, client).map(Client::service).ifPresent(services::add);
    return services;
  }

  /** Whoever has taken over a client in the meantime keeps it. */
  Reaction changed(ServiceChanged told) {
    Row<Service> row = rows.at(SERVICE, told.name());
    List<String> before = row.value().map(Service::clients).orElse(List.of());
    List<String> now = Optional.ofNullable(told.clientIds()).orElse(List.of());
    if (now.equals(before)) return Reaction.nothing();
    Commit commit = Commit.commit(row.put(new Service(now)));
    for (String client : new TreeSet<>(now))
      if (!before.contains(client))
        commit = commit.and(rows.at(CLIENT, client).put(new Client(told.name())));
    for (String client : new TreeSet<>(before)) {
      Row<Client> bound = rows.at(CLIENT, client);
      boolean isIts = bound.value().filter(one -> one.service().equals(told.name())).isPresent();
      if (isIts && !now.contains(client)) commit = commit.and(bound.remove());
    }
    return new Reaction.Effect(commit);
  }
}
