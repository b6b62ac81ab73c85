package waybill.catalog;

import java.util.Optional;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;

/** What the registry of services has to know of contracts. */
interface KnownContracts {

  Optional<Definition> definition(String name);

  boolean has(ContractId id);

  /** Those that come with the deployment. */
  static KnownContracts builtIn(Catalog catalog) {
    return new KnownContracts() {
      @Override
      public Optional<Definition> definition(String name) {
        return catalog.contracts().stream()
            .filter(id -> id.name().equals(name))
            .findFirst()
            .map(id -> catalog.definition(id.name()));
      }

      @Override
      public boolean has(ContractId id) {
        return catalog.has(id);
      }
    };
  }
}
