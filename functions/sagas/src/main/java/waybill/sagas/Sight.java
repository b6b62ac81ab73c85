package waybill.sagas;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import waybill.contracts.ServiceEntry;
import waybill.kit.http.Caller;

/**
 * Whose sagas a caller may see.
 *
 * @param owners of the definitions; not looked at where all are seen
 */
record Sight(boolean all, Set<String> owners) {

  /** Operators see all; a client those of the services that it is bound to by the deployment. */
  static Sight of(Caller caller, List<ServiceEntry> services) {
    if (caller.isOperator()) return new Sight(true, Set.of());
    if (!caller.isMachine()) return new Sight(false, Set.of());
    return new Sight(
        false,
        services.stream()
            .filter(service -> service.clientIds().contains(caller.client()))
            .map(ServiceEntry::name)
            .collect(Collectors.toSet()));
  }

  boolean isNothing() {
    return !all && owners.isEmpty();
  }

  boolean shows(String owner) {
    return all || owners.contains(owner);
  }
}
