package waybill.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import waybill.contracts.Bundle;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.Example;
import waybill.contracts.Registered;
import waybill.contracts.bridge.Bridge;
import waybill.contracts.verdict.Evolution.Version;
import waybill.contracts.verdict.Policy;

/** The schemas of both catalogs, each whole. */
final class Sources implements Registered {
  private final Branch branch;
  private final Released released;
  private final Map<String, Released.Known> asked = new HashMap<>();

  Sources(Branch branch, Released released) {
    this.branch = branch;
    this.released = released;
  }

  boolean has(ContractId id) {
    return inBranchOrReleased(id).isPresent();
  }

  Bundle ofBranch(ContractId id) {
    return Bundle.of(branch.catalog().schema(id), this::inBranchOrReleased);
  }

  /** As it was released. */
  @Override
  public Optional<JsonNode> schema(ContractId id) {
    return inReleased(id).map(schema -> Bundle.of(schema, this::inReleased).schema());
  }

  @Override
  public Optional<Definition> definition(String name) {
    return Optional.empty();
  }

  /** All before a version that are in use; where both have one, as it was released. */
  List<Version> before(ContractId id) {
    var before = new TreeMap<Integer, JsonNode>();
    for (int version : branch.versions(id.name()).headSet(id.version()))
      before.put(version, ofBranch(new ContractId(id.name(), version)).schema());
    for (int version : known(id.name()).versions().headMap(id.version()).keySet())
      schema(new ContractId(id.name(), version)).ifPresent(it -> before.put(version, it));
    before.keySet().removeAll(known(id.name()).retired());
    var versions = new ArrayList<Version>();
    before.forEach((number, schema) -> versions.add(new Version(number, schema)));
    return versions;
  }

  /** As it was released, or else as the branch has it. */
  JsonNode whole(ContractId id) {
    return schema(id).orElseGet(() -> ofBranch(id).schema());
  }

  Optional<Bridge> bridge(ContractId id) {
    return branch.catalog().bridge(id);
  }

  /** Whether any version of the contract has one. */
  boolean isBridged(String contract) {
    return !known(contract).bridges().isEmpty()
        || branch.versions(contract).stream()
            .anyMatch(version -> bridge(new ContractId(contract, version)).isPresent());
  }

  /** Where it leads to; what was released keeps the bridge that it was released with. */
  OptionalInt bridgedFrom(ContractId id) {
    if (inReleased(id).isPresent()) {
      Integer from = known(id.name()).bridges().get(id.version());
      return from == null ? OptionalInt.empty() : OptionalInt.of(from);
    }
    return bridge(id).isPresent()
        ? before(id).stream().mapToInt(Version::number).max()
        : OptionalInt.empty();
  }

  List<JsonNode> examples(ContractId id) {
    return branch.catalog().examples(id).stream()
        .filter(Example::valid)
        .map(Example::document)
        .toList();
  }

  boolean isRetired(ContractId id) {
    return known(id.name()).retired().contains(id.version());
  }

  Set<Policy> policies(String contract) {
    return known(contract).policies();
  }

  private Optional<JsonNode> inBranchOrReleased(ContractId id) {
    var catalog = branch.catalog();
    return catalog.has(id) ? Optional.of(catalog.schema(id)) : inReleased(id);
  }

  private Optional<JsonNode> inReleased(ContractId id) {
    return Optional.ofNullable(known(id.name()).versions().get(id.version()));
  }

  private Released.Known known(String contract) {
    return asked.computeIfAbsent(contract, released::contract);
  }
}
