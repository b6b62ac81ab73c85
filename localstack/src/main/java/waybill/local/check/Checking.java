package waybill.local.check;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import waybill.contracts.Bundle;
import waybill.contracts.Canonical;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.UnknownContract;
import waybill.contracts.Violation;
import waybill.contracts.verdict.Evolution;
import waybill.contracts.verdict.Judge;
import waybill.contracts.verdict.Judged;
import waybill.contracts.verdict.Profile;
import waybill.local.check.Checked.Standing;

/** Goes through the contracts of a branch. */
final class Checking {
  private final Clock clock = Clock.systemUTC();
  private final Branch branch;
  private final Released released;
  private final Sources sources;
  private final Catalog validator;
  private final boolean judgesReleased;

  /**
   * @param judgesReleased whether versions are judged that the other catalog has already
   */
  Checking(Branch branch, Released released, boolean judgesReleased) {
    this.branch = branch;
    this.released = released;
    this.sources = new Sources(branch, released);
    this.validator = Catalog.over(branch.catalog(), sources, clock);
    this.judgesReleased = judgesReleased;
  }

  List<Checked> all() {
    var all = new ArrayList<Checked>();
    for (var contract : branch.contracts()) all.addAll(contract(contract));
    all.addAll(new Sagas(branch, sources, released).all());
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
      var definition = branch.catalog().definition(contract);
      if (!contract.startsWith(definition.owner() + "."))
        checked.add(
            Checked.refused(contract, "contract.json", "is of another owner than its name"));
      for (int version : branch.versions(contract))
        checked.add(version(new ContractId(contract, version), definition));
    } catch (IllegalArgumentException e) {
      checked.add(Checked.refused(contract, "contract.json", why(e)));
    }
    return checked;
  }

  private Checked version(ContractId id, Definition definition) {
    try {
      var whole = sources.ofBranch(id);
      var violations = violations(whole);
      if (!violations.isEmpty()) return Checked.refusedSchema(id.toString(), violations);
      var standing = standing(whole, id);
      var problems = new Examples(branch, id, validator).problems();
      if (!asksFor(standing))
        return new Checked(id.toString(), standing, List.of(), List.of(), problems);
      var evolution = new Evolution(Judge.standard(), sources.policies(id.name()), clock);
      var judged = evolution.under(definition.compatibility(), sources.before(id), whole.schema());
      var crossing = new Crossing(id, sources, evolution);
      problems.addAll(crossing.problems());
      var bridged = problems.isEmpty() ? crossing.over(judged) : List.<Judged>of();
      return new Checked(id.toString(), standing, judged, bridged, problems);
    } catch (IllegalArgumentException e) {
      return Checked.refused(id.toString(), "schema.json", why(e));
    }
  }

  private static List<Violation> violations(Bundle whole) {
    return whole.violations().isEmpty() ? Profile.violations(whole.schema()) : whole.violations();
  }

  private Standing standing(Bundle whole, ContractId id) {
    return sources
        .schema(id)
        .map(it -> Canonical.hash(it).equals(whole.hash()) ? Standing.RELEASED : Standing.CHANGED)
        .orElse(Standing.NEW);
  }

  private boolean asksFor(Standing standing) {
    return standing == Standing.NEW || (standing == Standing.RELEASED && judgesReleased);
  }

  private static String why(IllegalArgumentException e) {
    return e instanceof UnknownContract ? "is not there" : String.valueOf(e.getMessage());
  }
}
