package waybill.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import waybill.contracts.Canonical;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.Registered;
import waybill.contracts.Violation;
import waybill.contracts.saga.Consent;
import waybill.contracts.saga.SagaCheck;
import waybill.contracts.saga.SagaId;
import waybill.contracts.verdict.Judge;
import waybill.local.check.Checked.Problem;
import waybill.local.check.Checked.Standing;

/** Whether the sagas of a branch could work, as their registration would say it. */
record Sagas(Branch branch, Sources sources, Released released) implements Registered {

  List<Checked> all() {
    try {
      return branch.catalog().sagas().stream().map(this::checked).toList();
    } catch (IllegalArgumentException e) {
      return List.of(Checked.refused("sagas", "", String.valueOf(e.getMessage())));
    }
  }

  private Checked checked(SagaId id) {
    var what = "sagas/" + id;
    var file = "sagas/" + id.name() + "/v" + id.version() + ".json";
    try {
      var definition = branch.catalog().saga(id);
      var problems =
          violations(definition).stream()
              .map(each -> new Problem(file + "#" + each.pointer(), each.says()))
              .toList();
      return new Checked(what, standing(id, definition), List.of(), List.of(), problems);
    } catch (IllegalArgumentException e) {
      return Checked.refused(what, file, String.valueOf(e.getMessage()));
    }
  }

  private List<Violation> violations(JsonNode definition) {
    var violations =
        new SagaCheck(this, Judge.standard(), Clock.systemUTC()).violations(definition);
    return violations.isEmpty() ? Consent.lacking(definition, new Others()) : violations;
  }

  /** What a branch brings along is consented to by whoever takes the branch. */
  private final class Others implements Registered {
    @Override
    public Optional<Definition> definition(String name) {
      return branch.contracts().contains(name) ? Optional.empty() : released.definition(name);
    }

    @Override
    public Optional<JsonNode> schema(ContractId id) {
      return Sagas.this.schema(id);
    }
  }

  private Standing standing(SagaId id, JsonNode definition) {
    return released
        .saga(id)
        .map(it -> Canonical.hash(it).equals(Canonical.hash(definition)))
        .map(same -> same ? Standing.RELEASED : Standing.CHANGED)
        .orElse(Standing.NEW);
  }

  /** As the branch has it, or else as it was released. */
  @Override
  public Optional<Definition> definition(String name) {
    return branch.catalog().whole().definition(name).or(() -> released.definition(name));
  }

  @Override
  public Optional<JsonNode> schema(ContractId id) {
    return branch.catalog().has(id)
        ? Optional.of(sources.ofBranch(id).schema())
        : sources.schema(id).filter(schema -> !sources.isRetired(id));
  }
}
