package waybill.catalog;

import static waybill.catalog.SagasProblem.BAD_SAGA;
import static waybill.catalog.SagasProblem.BAD_SAGA_NAME;
import static waybill.catalog.SagasProblem.BUILT_IN_SAGA;
import static waybill.catalog.SagasProblem.SAGAS_FULL;
import static waybill.catalog.SagasProblem.SAGA_FULL;
import static waybill.catalog.SagasProblem.SAGA_TAKEN;
import static waybill.catalog.SagasProblem.SAGA_TOO_LARGE;
import static waybill.contracts.catalog.CatalogContracts.SAGA_REGISTERED;
import static waybill.kit.http.Answer.created;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.problem.Problem.FORBIDDEN;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import waybill.contracts.Canonical;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.Json;
import waybill.contracts.Violation;
import waybill.contracts.catalog.RegisterSaga;
import waybill.contracts.catalog.SagaRegistered;
import waybill.contracts.catalog.SagaView;
import waybill.contracts.saga.Consent;
import waybill.contracts.saga.SagaCheck;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.SagaFile;
import waybill.contracts.saga.SagaId;
import waybill.contracts.verdict.Judge;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.problem.Refusal;

/** How a definition becomes a version of a saga, and what would keep it from that. */
final class RegisteringSagas {
  /** What is said of one is read whole by whoever runs it. */
  static final int TOLD_BYTES_MAX = 200 * 1024;

  private static final String AT = "/definition";

  private final Sagas sagas;
  private final Contracts contracts;
  private final Writers writers;
  private final Judge judge;
  private final Rows rows;
  private final Clock clock;

  RegisteringSagas(
      Sagas sagas, Contracts contracts, Writers writers, Judge judge, Rows rows, Clock clock) {
    this.sagas = sagas;
    this.contracts = contracts;
    this.writers = writers;
    this.judge = judge;
    this.rows = rows;
    this.clock = clock;
  }

  Answer<SagaView> register(Request<RegisterSaga> request) {
    String name = request.path("name");
    JsonNode definition = request.body().definition();
    String owner = definition.path("owner").asText();
    Optional<Refusal> refusal = refusal(name, owner, request.caller());
    if (refusal.isPresent()) return refused(refusal.get());
    Row<Saga> row = Saga.row(name, rows);
    Saga before = row.value().orElse(new Saga(name, owner, "", List.of(), List.of()));
    if (!before.owner().equals(owner))
      return refused(SAGA_TAKEN.because(name + " is a saga of " + before.owner()));
    return before
        .withContent(Canonical.hash(definition))
        .<Answer<SagaView>>map(same -> ok(sagas.registered(before, same)))
        .orElseGet(() -> next(row, before, definition));
  }

  /** The same that keep others from changing a contract. */
  private Optional<Refusal> refusal(String name, String owner, Caller caller) {
    if (!SagaId.isName(name))
      return Optional.of(
          BAD_SAGA_NAME.because(
              "a lower-case letter, then at most 30 of them, digits and hyphens"));
    if (!writers.mayWrite(owner, caller))
      return Optional.of(FORBIDDEN.because("the owner's clients and operators register a saga"));
    return sagas.isBuiltIn(name)
        ? Optional.of(BUILT_IN_SAGA.because(name + " comes with the deployment"))
        : Optional.empty();
  }

  private Answer<SagaView> next(Row<Saga> row, Saga before, JsonNode definition) {
    if (before.latest() >= Saga.VERSIONS_MAX)
      return refused(SAGA_FULL.because("at most " + Saga.VERSIONS_MAX + " versions"));
    if (!row.exists() && Directory.of(Directory.SAGAS, rows).isFull())
      return refused(SAGAS_FULL.because("at most " + Directory.NAMES_MAX));
    SagaDefinition read = SagaFile.read(definition);
    Set<ContractId> using = read.uses();
    var version =
        new Saga.Version(before.latest() + 1, Canonical.hash(definition), clock.instant());
    String summary = definition.path("summary").asText();
    Saga after = before.adding(version, summary, using);
    // Before the contracts are read: so who retires one between the two is noticed.
    Commit uses = Uses.moved(Saga.user(before.name()), before.uses(), after.uses(), rows);
    Commit commit = Listeners.joined(uses, before.name(), read, rows);
    Gathered gathered = new Gathered(contracts);
    List<Violation> violations = new SagaCheck(gathered, judge, clock).violations(definition);
    if (!violations.isEmpty()) return refused(BAD_SAGA.at(below(violations)));
    List<Violation> lacking = Consent.lacking(definition, gathered);
    if (!lacking.isEmpty()) return refused(BAD_SAGA.at(below(lacking)));
    List<Violation> crowded = Listeners.inTheWay(before.name(), read, sagas, rows);
    if (!crowded.isEmpty()) return refused(BAD_SAGA.at(below(crowded)));
    SagaRegistered said = said(after, version, definition, gathered, using);
    int bytes = Json.bytes(said).length;
    if (bytes > TOLD_BYTES_MAX)
      return refused(
          SAGA_TOO_LARGE.because(bytes + " bytes, of which there may be " + TOLD_BYTES_MAX));
    return written(row, after, version, definition, commit, said);
  }

  private Answer<SagaView> written(
      Row<Saga> row,
      Saga after,
      Saga.Version version,
      JsonNode definition,
      Commit uses,
      SagaRegistered said) {
    SagaId id = new SagaId(after.name(), version.number());
    Commit commit =
        uses.and(row.put(after).saying(SAGA_REGISTERED, said))
            .and(FrozenSaga.VERSION.fresh(id.toString(), FrozenSaga.of(id, definition)));
    if (!row.exists()) commit = commit.and(Directory.with(after.name(), Directory.SAGAS, rows));
    return created(
        "/saga-definitions/" + id.name() + "/versions/" + id.version(),
        sagas.view(after, version, definition),
        commit);
  }

  private static SagaRegistered said(
      Saga saga,
      Saga.Version version,
      JsonNode definition,
      Gathered contracts,
      Set<ContractId> using) {
    List<SagaRegistered.Told> told = new ArrayList<>();
    for (ContractId id : using) {
      Definition known = contracts.definition(id.name()).orElseThrow();
      JsonNode schema = contracts.schema(id).orElseThrow();
      told.add(new SagaRegistered.Told(id.toString(), known.kind(), known.owner(), schema));
    }
    return new SagaRegistered(
        saga.name(),
        version.number(),
        version.hash(),
        definition,
        List.copyOf(told),
        version.registeredAt());
  }

  private static List<Violation> below(List<Violation> violations) {
    return violations.stream()
        .map(one -> new Violation(AT + one.pointer(), one.rule(), one.says()))
        .toList();
  }
}
