package waybill.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import waybill.contracts.ContractId;

/** The schemas of both catalogs, each with what it refers to. */
final class Sources {
  private final Branch branch;
  private final Released released;
  private final Map<String, SortedMap<Integer, JsonNode>> asked = new HashMap<>();

  Sources(Branch branch, Released released) {
    this.branch = branch;
    this.released = released;
  }

  boolean has(ContractId id) {
    return branch.catalog().has(id) || known(id.name()).containsKey(id.version());
  }

  JsonNode ofBranch(ContractId id) {
    return Bundled.of(branch.catalog().schema(id), this::inBranchOrReleased);
  }

  SortedMap<Integer, JsonNode> released(String contract) {
    var bundled = new TreeMap<Integer, JsonNode>();
    known(contract)
        .forEach((version, schema) -> bundled.put(version, Bundled.of(schema, this::inReleased)));
    return bundled;
  }

  /** All before a version, where both have one as it was released. */
  SortedMap<Integer, JsonNode> before(ContractId id) {
    var before = new TreeMap<Integer, JsonNode>();
    for (int version : branch.versions(id.name()).headSet(id.version()))
      before.put(version, ofBranch(new ContractId(id.name(), version)));
    before.putAll(released(id.name()).headMap(id.version()));
    return before;
  }

  private JsonNode inBranchOrReleased(ContractId id) {
    return branch.catalog().has(id) ? branch.catalog().schema(id) : inReleased(id);
  }

  private JsonNode inReleased(ContractId id) {
    var schema = known(id.name()).get(id.version());
    if (schema == null)
      throw new IllegalArgumentException("refers to " + id + ", which is in neither catalog");
    return schema;
  }

  private SortedMap<Integer, JsonNode> known(String contract) {
    return asked.computeIfAbsent(contract, released::versions);
  }
}
