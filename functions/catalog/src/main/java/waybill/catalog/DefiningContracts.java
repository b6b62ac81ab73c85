package waybill.catalog;

import static waybill.catalog.ContractsProblem.BAD_SENDERS;
import static waybill.catalog.ContractsProblem.KIND_FIXED;
import static waybill.contracts.catalog.CatalogContracts.CONTRACT;
import static waybill.contracts.catalog.CatalogContracts.CONTRACT_CHANGED;
import static waybill.contracts.catalog.CatalogContracts.CONTRACT_LIST;
import static waybill.contracts.catalog.CatalogContracts.DEFINE_CONTRACT;
import static waybill.contracts.catalog.CatalogContracts.LIST_CONTRACTS;
import static waybill.kit.commit.Commit.commit;
import static waybill.kit.http.Answer.created;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.put;
import static waybill.kit.problem.Problem.NOT_FOUND;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import waybill.contracts.catalog.ContractList;
import waybill.contracts.catalog.DefineContract;
import waybill.contracts.catalog.ListContracts;
import waybill.contracts.catalog.ShownContract;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;
import waybill.kit.problem.Refusal;

/** Which contracts there are and what each is for. */
final class DefiningContracts {
  private final Contracts contracts;
  private final Browsing browsing;
  private final Writers writers;
  private final Rows rows;
  private final Clock clock;

  DefiningContracts(
      Contracts contracts, Browsing browsing, Writers writers, Rows rows, Clock clock) {
    this.contracts = contracts;
    this.browsing = browsing;
    this.writers = writers;
    this.rows = rows;
    this.clock = clock;
  }

  Routes routes() {
    return Routes.of(
        get("/contracts", LIST_CONTRACTS, CONTRACT_LIST, this::list),
        get("/contracts/{name}", CONTRACT, this::show),
        put("/contracts/{name}", DEFINE_CONTRACT, CONTRACT, this::define));
  }

  Answer<ContractList> list(Request<ListContracts> request) {
    return ok(browsing.page(request.body()));
  }

  Answer<ShownContract> show(Request<Nothing> request) {
    String name = request.path("name");
    return contracts
        .find(name)
        .<Answer<ShownContract>>map(found -> ok(found.view(contracts.isBuiltIn(name))))
        .orElseGet(() -> refused(NOT_FOUND.because("no such contract")));
  }

  Answer<ShownContract> define(Request<DefineContract> request) {
    String name = request.path("name");
    Optional<Refusal> refusal = writers.refusal(name, request.caller());
    if (refusal.isPresent()) return refused(refusal.get());
    Row<Defined> row = contracts.row(name);
    Optional<Defined> before = row.value();
    List<Numbered> versions = before.map(Defined::versions).orElse(List.of());
    Defined after = Defined.of(name, request.body(), versions);
    if (!versions.isEmpty() && before.filter(was -> was.kind() == after.kind()).isEmpty())
      return refused(KIND_FIXED.at("/kind"));
    if (after.isSaidByItsOwner() && !after.senders().equals(List.of(after.owner())))
      return refused(BAD_SENDERS.at("/senders"));
    if (before.filter(after::equals).isPresent()) return ok(after.view(false));
    Commit commit = commit(row.put(after).saying(CONTRACT_CHANGED, after.change(clock.instant())));
    return before.isEmpty()
        ? created("/contracts/" + name, after.view(false), commit)
        : changed(before.get(), after, commit);
  }

  private Answer<ShownContract> changed(Defined before, Defined after, Commit commit) {
    if (!NeededBySagas.isNarrower(before, after)) return ok(after.view(false), commit);
    // So a saga that is registered in the same moment is noticed, and notices it.
    Commit asTheyAre = commit.and(Uses.asTheyAre(after.name(), rows));
    return new NeededBySagas(rows)
        .refusal(before, after)
        .<Answer<ShownContract>>map(Answer::refused)
        .orElseGet(() -> ok(after.view(false), asTheyAre));
  }
}
