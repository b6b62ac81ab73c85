package waybill.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Compatibility;
import waybill.contracts.ContractId;
import waybill.contracts.verdict.Profile;
import waybill.contracts.verdict.Verdicts;
import waybill.local.check.Checked.Standing;

/** Goes through the contracts of a branch. */
final class Checking {
  private final Verdicts verdicts = Verdicts.standard();
  private final Branch branch;
  private final Sources sources;
  private final boolean judgesReleased;

  /**
   * @param judgesReleased whether versions are judged that the other catalog has already
   */
  Checking(Branch branch, Released released, boolean judgesReleased) {
    this.branch = branch;
    this.sources = new Sources(branch, released);
    this.judgesReleased = judgesReleased;
  }

  List<Checked> all() {
    var all = new ArrayList<Checked>();
    for (var contract : branch.contracts()) all.addAll(contract(contract));
    all.addAll(new Services(branch, sources).problems());
    return all;
  }

  private List<Checked> contract(String contract) {
    if (!Branch.isName(contract))
      return List.of(Checked.refused(contract, "", "is not named <owner>.<name>"));
    var checked = new ArrayList<Checked>();
    for (var stray : branch.strays(contract))
      checked.add(Checked.refused(contract, stray, "is not a version: v1, v2, …"));
    if (branch.versions(contract).isEmpty())
      checked.add(Checked.refused(contract, "", "has no version"));
    try {
      var mode = branch.catalog().definition(contract).compatibility();
      for (int version : branch.versions(contract))
        checked.add(version(new ContractId(contract, version), mode));
    } catch (IllegalArgumentException e) {
      checked.add(Checked.refused(contract, "contract.json", String.valueOf(e.getMessage())));
    }
    return checked;
  }

  private Checked version(ContractId id, Compatibility mode) {
    try {
      var schema = sources.ofBranch(id);
      var violations = Profile.violations(schema);
      if (!violations.isEmpty()) return Checked.refusedSchema(id.toString(), violations);
      var standing = standing(schema, sources.released(id.name()).get(id.version()));
      return new Checked(
          id.toString(),
          standing,
          comparisons(id, mode, schema, standing),
          new Examples(branch, id).problems());
    } catch (IllegalArgumentException e) {
      return Checked.refused(id.toString(), "schema.json", String.valueOf(e.getMessage()));
    }
  }

  private static Standing standing(JsonNode schema, @Nullable JsonNode released) {
    if (released == null) return Standing.NEW;
    return released.equals(schema) ? Standing.RELEASED : Standing.CHANGED;
  }

  private List<Comparison> comparisons(
      ContractId id, Compatibility mode, JsonNode schema, Standing standing) {
    boolean asked = standing == Standing.NEW || (standing == Standing.RELEASED && judgesReleased);
    return asked
        ? Comparison.of(mode, id.version(), schema, sources.before(id), verdicts)
        : List.of();
  }
}
