package waybill.contracts;

import java.util.List;

/**
 * An owner of data: who may speak for it, what it offers and what it listens to.
 *
 * @param routes what it answers over HTTP; none if the entry does not say
 */
public record ServiceEntry(
    String name,
    String summary,
    List<String> clientIds,
    List<ContractId> provides,
    List<ContractId> consumes,
    List<RouteEntry> routes) {

  /** An entry that is read from a file may have no routes. */
  public ServiceEntry {
    routes = routes == null ? List.of() : List.copyOf(routes);
  }
}
