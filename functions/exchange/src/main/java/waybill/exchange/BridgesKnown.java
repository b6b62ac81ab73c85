package waybill.exchange;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.bridge.Bridge;
import waybill.contracts.catalog.ContractChanged;
import waybill.contracts.catalog.VersionRegistered;
import waybill.contracts.verdict.Policy;
import waybill.exchange.hear.Copies;
import waybill.exchange.translate.Led;
import waybill.exchange.translate.Lore;

/** Bridges and policies of the deployment's files, and of what was registered since. */
final class BridgesKnown implements Lore {
  private final Catalog builtIn;
  private final Copies copies;

  BridgesKnown(Catalog builtIn, Copies copies) {
    this.builtIn = builtIn;
    this.copies = copies;
  }

  @Override
  public Optional<Led> bridge(ContractId to) {
    if (builtIn.has(to)) return builtIn.bridge(to).map(one -> new Led(to.version() - 1, one));
    return copies.version(to.name(), to.version()).value().flatMap(BridgesKnown::led);
  }

  private static Optional<Led> led(VersionRegistered told) {
    if (told.bridgedFrom() == null || told.bridge() == null) return Optional.empty();
    Bridge bridge = Bridge.of(told.bridge().up(), told.bridge().down());
    return Optional.of(new Led(told.bridgedFrom(), bridge));
  }

  @Override
  public Set<Policy> policies(String contract) {
    return copies.contract(contract).value().map(BridgesKnown::accepted).orElse(Set.of());
  }

  private static Set<Policy> accepted(ContractChanged told) {
    return told.policies().stream()
        .flatMap(slug -> Policy.of(slug).stream())
        .collect(Collectors.toSet());
  }
}
