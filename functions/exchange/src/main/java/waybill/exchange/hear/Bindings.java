package waybill.exchange.hear;

import java.util.Set;
import java.util.TreeSet;
import waybill.contracts.Catalog;

/** Which services a client may speak for. */
public final class Bindings {
  private final Catalog catalog;

  public Bindings(Catalog catalog) {
    this.catalog = catalog;
  }

  public Set<String> of(String client) {
    Set<String> bound = new TreeSet<>();
    for (var service : catalog.services())
      if (service.clientIds().contains(client)) bound.add(service.name());
    return bound;
  }

  public boolean isService(String name) {
    return catalog.services().stream().anyMatch(service -> service.name().equals(name));
  }
}
