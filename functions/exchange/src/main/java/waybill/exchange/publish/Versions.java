package waybill.exchange.publish;

import java.util.Comparator;
import java.util.Optional;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.UnknownContract;
import waybill.contracts.exchange.Event;
import waybill.exchange.hear.Copies;

/** Under which version of its contract an event is said: the one it names, or the latest. */
final class Versions {
  private final Catalog catalog;
  private final Copies copies;

  /**
   * @param catalog knows what was registered, too
   */
  Versions(Catalog catalog, Copies copies) {
    this.catalog = catalog;
    this.copies = copies;
  }

  /** Empty if it is not known here. */
  Optional<ContractId> of(Event event) {
    String named = event.dataschema();
    return (named == null ? latest(event.type()) : named(named, event.type())).filter(catalog::has);
  }

  Optional<Definition> definition(Event event) {
    try {
      return Optional.of(catalog.definition(event.type()));
    } catch (UnknownContract e) {
      return Optional.empty();
    }
  }

  private static Optional<ContractId> named(String version, String type) {
    ContractId id =
        version.startsWith("waybill:")
            ? ContractId.parse(version.substring("waybill:".length()))
            : ContractId.ofPath(version);
    return Optional.of(id).filter(one -> one.name().equals(type));
  }

  private Optional<ContractId> latest(String name) {
    return catalog.contracts().stream()
        .filter(id -> id.name().equals(name))
        .max(Comparator.naturalOrder())
        .or(() -> copies.latestOf(name));
  }
}
