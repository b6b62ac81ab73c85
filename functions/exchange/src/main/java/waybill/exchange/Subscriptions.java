package waybill.exchange;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.ServiceEntry;

/** Who gets what: for built-in services, what their entry in the catalog says they consume. */
final class Subscriptions {
  private final List<ServiceEntry> services;

  Subscriptions(Catalog catalog) {
    this.services = catalog.services();
  }

  /** Whatever the version: which one a subscriber takes is a matter of translation. */
  Set<String> to(ContractId contract) {
    Set<String> subscribers = new TreeSet<>();
    for (ServiceEntry service : services)
      if (service.consumes().stream().anyMatch(one -> one.name().equals(contract.name())))
        subscribers.add(service.name());
    return subscribers;
  }
}
