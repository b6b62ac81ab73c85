package waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import waybill.contracts.Bundle;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.UnknownContract;

/** What the registry of services has to know of contracts. */
final class KnownContracts {
  private final Catalog catalog;

  KnownContracts(Catalog catalog) {
    this.catalog = catalog;
  }

  boolean has(ContractId id) {
    return catalog.has(id);
  }

  Optional<Definition> definition(String name) {
    try {
      return Optional.of(catalog.definition(name));
    } catch (UnknownContract e) {
      return Optional.empty();
    }
  }

  /** A schema that needs nothing but itself. */
  JsonNode schema(ContractId id) {
    return Bundle.of(
            catalog.schema(id),
            part -> catalog.has(part) ? Optional.of(catalog.schema(part)) : Optional.empty())
        .schema();
  }
}
