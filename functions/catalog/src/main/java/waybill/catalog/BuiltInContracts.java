package waybill.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Bundle;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Example;
import waybill.contracts.catalog.BridgeTexts;

/** The contracts that come with the deployment, as the registered ones are seen. */
final class BuiltInContracts {
  private final Map<ContractId, Frozen> versions = new LinkedHashMap<>();
  private final NavigableMap<String, Defined> contracts = new TreeMap<>();

  BuiltInContracts(Catalog catalog) {
    Map<String, List<Numbered>> numbered = new TreeMap<>();
    for (ContractId id : catalog.contracts()) {
      Frozen frozen = frozen(id, catalog);
      versions.put(id, frozen);
      numbered
          .computeIfAbsent(id.name(), name -> new ArrayList<>())
          .add(Numbered.builtIn(id.version(), frozen.hash(), frozen.bridgedFrom()));
    }
    numbered.forEach(
        (name, all) -> contracts.put(name, Defined.builtIn(catalog.definition(name), all)));
  }

  private static Frozen frozen(ContractId id, Catalog catalog) {
    Bundle bundle = Bundle.of(catalog.schema(id), other -> Optional.of(catalog.schema(other)));
    Optional<BridgeTexts> bridge = catalog.bridge(id).map(Bridging::texts);
    return new Frozen(
        id,
        bundle.hash(),
        bundle.schema(),
        bundle.references(),
        catalog.examples(id).stream().filter(Example::valid).map(Example::document).toList(),
        bridge.isPresent() ? before(id, catalog) : null,
        bridge.orElse(null),
        null, // read when they are asked for
        null);
  }

  private static @Nullable Integer before(ContractId id, Catalog catalog) {
    return catalog.contracts().stream()
        .filter(other -> other.name().equals(id.name()) && other.version() < id.version())
        .map(ContractId::version)
        .max(Integer::compare)
        .orElse(null);
  }

  Optional<Defined> find(String name) {
    return Optional.ofNullable(contracts.get(name));
  }

  Optional<Frozen> version(ContractId id) {
    return Optional.ofNullable(versions.get(id));
  }

  /** By name, behind this one. */
  Collection<Defined> after(String name) {
    return contracts.tailMap(name, false).values();
  }

  List<ContractId> referringTo(ContractId id) {
    return versions.values().stream()
        .filter(one -> one.references().contains(id))
        .map(Frozen::id)
        .toList();
  }
}
