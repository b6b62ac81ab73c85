package waybill.catalog;

import static waybill.catalog.ContractsProblem.BAD_EXAMPLE;
import static waybill.catalog.ContractsProblem.BAD_REFERENCE;
import static waybill.catalog.ContractsProblem.BREAKING_VERSION;
import static waybill.catalog.ContractsProblem.BRIDGE_FIXED;
import static waybill.catalog.ContractsProblem.BROKEN_BRIDGE;
import static waybill.catalog.ContractsProblem.CONTRACT_FULL;
import static waybill.catalog.ContractsProblem.RETIRED_CONTENT;
import static waybill.catalog.Frozen.VERSION;
import static waybill.contracts.catalog.CatalogContracts.REGISTER_VERSION;
import static waybill.contracts.catalog.CatalogContracts.REGISTRATION;
import static waybill.contracts.catalog.CatalogContracts.VERSION_REGISTERED;
import static waybill.kit.http.Answer.created;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.post;
import static waybill.kit.problem.Problem.NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Bundle;
import waybill.contracts.ContractId;
import waybill.contracts.SchemaCheck;
import waybill.contracts.Violation;
import waybill.contracts.catalog.BridgeTexts;
import waybill.contracts.catalog.JudgedUser;
import waybill.contracts.catalog.JudgedVersion;
import waybill.contracts.catalog.RegisterVersion;
import waybill.contracts.catalog.Registration;
import waybill.contracts.catalog.VersionRegistered;
import waybill.contracts.form.Numbers;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;
import waybill.kit.http.Routes;
import waybill.kit.problem.Refusal;

/** How a schema becomes a version, and what would keep it from that. */
final class RegisteringVersions {
  private final Contracts contracts;
  private final Writers writers;
  private final Candidates candidates;
  private final Bridging bridging;
  private final Judging judging;
  private final Rows rows;
  private final Clock clock;

  RegisteringVersions(
      Contracts contracts, Writers writers, Judging judging, Rows rows, Clock clock) {
    this.contracts = contracts;
    this.writers = writers;
    this.candidates = new Candidates(contracts);
    this.bridging = new Bridging(contracts);
    this.judging = judging;
    this.rows = rows;
    this.clock = clock;
  }

  Routes routes() {
    return Routes.of(
        post("/contracts/{name}/versions", REGISTER_VERSION, REGISTRATION, this::register));
  }

  Answer<Registration> register(Request<RegisterVersion> request) {
    String name = request.path("name");
    Optional<Refusal> refusal = writers.refusal(name, request.caller());
    if (refusal.isPresent()) return refused(refusal.get());
    Row<Defined> row = contracts.row(name);
    Optional<Defined> contract = row.value();
    if (contract.isEmpty())
      return refused(NOT_FOUND.because("no such contract; it is defined by PUT first"));
    Candidates.Candidate candidate = candidates.of(request.body().schema());
    if (candidate.refusal().isPresent()) return refused(candidate.refusal().get());
    return known(contract.get(), candidate.bundle(), request.body().bridge())
        .orElseGet(() -> next(row, contract.get(), candidate.bundle(), request.body()));
  }

  /** The same content is the same version, however often it is registered. */
  private Optional<Answer<Registration>> known(
      Defined contract, Bundle bundle, @Nullable BridgeTexts bridge) {
    return contract
        .withContent(bundle.hash())
        .map(
            same -> {
              if (same.isRetired())
                return refused(RETIRED_CONTENT.because("as version " + same.number()));
              return bridge == null || bridge.equals(bridgeOf(contract, same))
                  ? ok(registration(contract, same, List.of(), List.of()))
                  : refused(BRIDGE_FIXED.because("as version " + same.number()));
            });
  }

  private @Nullable BridgeTexts bridgeOf(Defined contract, Numbered version) {
    return contracts
        .content(new ContractId(contract.name(), version.number()))
        .map(Frozen::bridge)
        .orElse(null);
  }

  private Answer<Registration> next(
      Row<Defined> row, Defined contract, Bundle bundle, RegisterVersion asked) {
    if (contract.versions().size() >= Defined.VERSIONS_MAX)
      return refused(CONTRACT_FULL.because("at most " + Defined.VERSIONS_MAX + " versions"));
    List<JsonNode> examples = examples(asked);
    List<Violation> violations = violations(bundle.schema(), examples);
    if (!violations.isEmpty()) return refused(BAD_EXAMPLE.at(violations));
    Optional<Refusal> broken = broken(contract, bundle, asked.bridge(), examples);
    if (broken.isPresent()) return refused(broken.get());
    // Before the users are asked for: so who comes between the two is noticed.
    Commit asJudged = judging.asJudged(Commit.nothing(), contract);
    Judgement judgement =
        judging.of(
            contract, contract.compatibility(), bundle, Bridging.from(asked.bridge(), contract));
    if (!judgement.registers())
      return refused(
          BREAKING_VERSION
              .because("under " + contract.compatibility() + "; what is not proved does not pass")
              .with("verdict", judgement.outcome())
              .with("versions", judgement.versions())
              .with("users", judgement.users()));
    return written(row, contract, bundle, asked, judgement, asJudged);
  }

  private Optional<Refusal> broken(
      Defined contract, Bundle bundle, @Nullable BridgeTexts bridge, List<JsonNode> examples) {
    return bridging
        .refusal(bridge, contract, bundle)
        .or(
            () ->
                bridging
                    .counterexample(bridge, contract, bundle, examples)
                    .map(
                        found ->
                            BROKEN_BRIDGE
                                .because("not " + found.direction())
                                .with("counterexample", found)));
  }

  private static List<JsonNode> examples(RegisterVersion asked) {
    return asked.examples() == null ? List.of() : asked.examples();
  }

  private static List<Violation> violations(JsonNode schema, List<JsonNode> examples) {
    List<Violation> all = new ArrayList<>();
    SchemaCheck check = SchemaCheck.of(schema);
    for (int i = 0; i < examples.size(); i++)
      for (Violation one : check.violations(examples.get(i)))
        all.add(new Violation("/examples/" + i + one.pointer(), one.rule(), one.says()));
    return all;
  }

  private Answer<Registration> written(
      Row<Defined> row,
      Defined contract,
      Bundle bundle,
      RegisterVersion asked,
      Judgement judgement,
      Commit asJudged) {
    Instant now = clock.instant();
    Integer from = Bridging.from(asked.bridge(), contract);
    Numbered version = Numbered.registered(contract.nextNumber(), bundle.hash(), from, now);
    ContractId id = new ContractId(contract.name(), version.number());
    Frozen frozen =
        new Frozen(
            id,
            bundle.hash(),
            bundle.schema(),
            bundle.references(),
            examples(asked),
            from,
            asked.bridge(),
            Numbers.next(contracts.numbersBefore(contract), bundle.schema()).orElse(null),
            now);
    VersionRegistered said = frozen.registered(now);
    Commit commit =
        asJudged
            .and(row.put(contract.adding(version)).saying(VERSION_REGISTERED, said))
            .and(VERSION.fresh(id.toString(), frozen));
    for (ContractId reference : bundle.references()) {
      Row<Referenced> referenced = Referenced.row(reference, rows);
      Referenced before = Referenced.in(referenced);
      if (before.retired() || before.isFull())
        return refused(BAD_REFERENCE.because(reference + " can't be referred to any more"));
      commit = commit.and(referenced.put(before.and(id)));
    }
    return created(
        id.path(),
        registration(contract, version, judgement.versions(), judgement.users()),
        commit);
  }

  private static Registration registration(
      Defined contract, Numbered version, List<JudgedVersion> versions, List<JudgedUser> users) {
    Instant at = version.registeredAt();
    if (at == null) throw new IllegalStateException("what was registered has its time");
    return new Registration(
        contract.name(),
        version.number(),
        version.hash(),
        version.bridgedFrom(),
        at,
        versions,
        users);
  }
}
