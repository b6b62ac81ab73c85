package waybill.door;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import waybill.contracts.RouteEntry;
import waybill.contracts.ServiceEntry;

/** By which scopes each route may be taken: the template has no place for them here. */
record Scopes(Map<String, List<String>> byRoute) {

  static Scopes of(Collection<ServiceEntry> services) {
    return new Scopes(
        services.stream()
            .flatMap(service -> service.routes().stream())
            .collect(
                Collectors.toUnmodifiableMap(
                    RouteEntry::route, RouteEntry::scopes, (one, same) -> one)));
  }

  /** One of them is enough. A route that nobody has described lets nobody through. */
  boolean letThrough(String route, Set<String> scopes) {
    return byRoute.getOrDefault(route, List.of()).stream().anyMatch(scopes::contains);
  }
}
