package waybill.contracts.saga;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Local;
import waybill.contracts.Registered;
import waybill.contracts.Violation;
import waybill.contracts.verdict.Judge;

/** Says why a saga could not work, before one is begun. */
public final class SagaCheck {
  private static final ContractId SAGA = ContractId.parse("catalog.saga/1");

  private final Registered contracts;
  private final Judge judge;
  private final Clock clock;

  /**
   * @param contracts those that a saga may begin to use
   */
  public SagaCheck(Registered contracts, Judge judge, Clock clock) {
    this.contracts = contracts;
    this.judge = judge;
    this.clock = clock;
  }

  /** Each with a pointer into the definition; none if it can work. */
  public List<Violation> violations(JsonNode document) {
    List<Violation> malformed = Catalog.builtIn().check(SAGA, document);
    if (!malformed.isEmpty()) return malformed;
    SagaDefinition definition = SagaFile.read(document);
    List<Spot> spots = Spot.of(document, definition);
    Found found = new Found();
    if (definition.uses().size() > SagaLimits.CONTRACTS_MAX) {
      found.add("", "too-many-contracts", "at most " + SagaLimits.CONTRACTS_MAX + " versions");
      return found.list();
    }
    new ContractsCheck(contracts, found).check(definition, spots);
    new StepsCheck(spots, found).check();
    Facts facts = new Facts(definition, spots, contracts::schema);
    ToldCheck told = new ToldCheck(facts, new Proof(judge, clock, found), found);
    for (Spot spot : spots) {
      check(told, spot.pointer(), spot.step().told(), Moment.doing(spot.stage()));
      spot.step()
          .undoing()
          .ifPresent(
              undo ->
                  check(told, spot.pointer() + "/undo", undo.told(), Moment.undoing(spot.stage())));
    }
    closing(told, "/completed/", definition.completed(), Moment.COMPLETED);
    closing(told, "/undone/", definition.undone(), Moment.UNDONE);
    return found.list();
  }

  private void closing(ToldCheck check, String at, List<Told> told, Moment moment) {
    for (int i = 0; i < told.size(); i++) check(check, at + i, told.get(i), moment);
  }

  private void check(ToldCheck check, String at, Told told, Moment moment) {
    Optional<JsonNode> command =
        contracts.schema(told.command()).filter(schema -> !Local.hasAnchors(schema));
    command.ifPresent(schema -> check.check(at, told, schema, moment));
  }
}
