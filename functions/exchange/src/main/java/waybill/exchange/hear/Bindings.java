package waybill.exchange.hear;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import waybill.contracts.Catalog;
import waybill.contracts.ServiceEntry;
import waybill.kit.http.Caller;

/** Which services a client may speak for: those of the deployment and those registered since. */
public final class Bindings {
  private final Map<String, Set<String>> builtIn = new HashMap<>();
  private final Set<String> deployed;
  private final Copies copies;

  public Bindings(Catalog catalog, Copies copies) {
    List<ServiceEntry> services = catalog.services();
    for (ServiceEntry service : services)
      for (String client : service.clientIds())
        builtIn.computeIfAbsent(client, name -> new TreeSet<>()).add(service.name());
    this.deployed = services.stream().map(ServiceEntry::name).collect(Collectors.toSet());
    this.copies = copies;
  }

  /** A person speaks for no service. */
  public Set<String> of(Caller caller) {
    return caller.isMachine() ? of(caller.client()) : Set.of();
  }

  /** One read. */
  public Set<String> of(String client) {
    Set<String> bound = new TreeSet<>(builtIn.getOrDefault(client, Set.of()));
    copies.bound(client).value().map(Bound::services).ifPresent(bound::addAll);
    return bound;
  }

  /** What is deployed with the exchange has a table of its own, and an outbox in it. */
  public boolean hasOutbox(String service) {
    return deployed.contains(service);
  }

  public boolean isService(String name) {
    return deployed.contains(name) || copies.service(name).exists();
  }
}
