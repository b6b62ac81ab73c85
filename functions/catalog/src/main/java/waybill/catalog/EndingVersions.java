package waybill.catalog;

import static waybill.catalog.ContractsProblem.BAD_DATE;
import static waybill.catalog.ContractsProblem.VERSION_IN_USE;
import static waybill.contracts.catalog.CatalogContracts.CONTRACT;
import static waybill.contracts.catalog.CatalogContracts.DEPRECATE_VERSION;
import static waybill.contracts.catalog.CatalogContracts.VERSION_DEPRECATED;
import static waybill.contracts.catalog.CatalogContracts.VERSION_RETIRED;
import static waybill.kit.commit.Commit.commit;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.delete;
import static waybill.kit.http.Route.post;
import static waybill.kit.problem.Problem.NOT_FOUND;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import waybill.contracts.ContractId;
import waybill.contracts.catalog.DeprecateVersion;
import waybill.contracts.catalog.ShownContract;
import waybill.contracts.catalog.VersionDeprecated;
import waybill.contracts.catalog.VersionRetired;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;
import waybill.kit.problem.Refusal;

/** How a version comes to its end: announced first, and retired when nobody uses it. */
final class EndingVersions {
  private final Contracts contracts;
  private final Writers writers;
  private final Consumers consumers;
  private final Rows rows;
  private final Clock clock;

  EndingVersions(
      Contracts contracts, Writers writers, Consumers consumers, Rows rows, Clock clock) {
    this.contracts = contracts;
    this.writers = writers;
    this.consumers = consumers;
    this.rows = rows;
    this.clock = clock;
  }

  Routes routes() {
    String version = "/contracts/{name}/versions/{version}";
    return Routes.of(
        post(version + "/deprecation", DEPRECATE_VERSION, CONTRACT, this::deprecate),
        delete(version, CONTRACT, this::retire));
  }

  /** A version that the caller may end, as it was read. */
  private record Ending(Row<Defined> row, Defined contract, Numbered version) {
    ContractId id() {
      return new ContractId(contract.name(), version.number());
    }

    ShownContract view() {
      return contract.view(false);
    }
  }

  private interface Deciding {
    Answer<ShownContract> on(Ending ending);
  }

  private Answer<ShownContract> with(Request<?> request, Deciding deciding) {
    String name = request.path("name");
    Optional<Refusal> refusal = writers.refusal(name, request.caller());
    if (refusal.isPresent()) return refused(refusal.get());
    Row<Defined> row = contracts.row(name);
    Optional<Ending> ending =
        row.value()
            .flatMap(
                contract ->
                    Contracts.version(contract, request.path("version"))
                        .map(version -> new Ending(row, contract, version)));
    return ending.isPresent()
        ? deciding.on(ending.get())
        : refused(NOT_FOUND.because("no such version"));
  }

  Answer<ShownContract> deprecate(Request<DeprecateVersion> request) {
    String sunset = request.body().sunset();
    return with(request, ending -> deprecate(ending, sunset));
  }

  private Answer<ShownContract> deprecate(Ending ending, String sunset) {
    if (ending.version.isRetired())
      return refused(ContractsProblem.VERSION_RETIRED.because("" + ending.id()));
    if (!isAhead(sunset)) return refused(BAD_DATE.at("/sunset"));
    if (sunset.equals(ending.version.sunset())) return ok(ending.view());
    Instant now = clock.instant();
    Defined after = ending.contract.changing(ending.version.deprecated(sunset, now));
    var said =
        new VersionDeprecated(
            after.name(), ending.version.number(), ending.version.hash(), sunset, now);
    return ok(after.view(false), commit(ending.row.put(after).saying(VERSION_DEPRECATED, said)));
  }

  /** A day of the calendar, today or later. */
  private boolean isAhead(String day) {
    try {
      return !LocalDate.parse(day).isBefore(clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
    } catch (DateTimeException e) {
      return false;
    }
  }

  Answer<ShownContract> retire(Request<Nothing> request) {
    return with(request, this::retire);
  }

  private Answer<ShownContract> retire(Ending ending) {
    if (ending.version.isRetired()) return ok(ending.view());
    ContractId id = ending.id();
    // Before the uses are read: so who comes between the two is noticed.
    Commit asTheyAre = consumers.asTheyAre(Commit.nothing(), id.name());
    Row<Referenced> row = Referenced.row(id, rows);
    List<String> references = Referenced.in(row).by().stream().map(ContractId::toString).toList();
    List<String> users =
        consumers.usesOf(id.name()).stream()
            .filter(use -> use.takes().equals(id))
            .map(Use::service)
            .distinct()
            .toList();
    return users.isEmpty() && references.isEmpty()
        ? retired(ending, row, asTheyAre)
        : refused(
            VERSION_IN_USE
                .because(
                    id + " is used by " + String.join(", ", users.isEmpty() ? references : users))
                .with("consumers", users)
                .with("referenced_by", references));
  }

  private Answer<ShownContract> retired(
      Ending ending, Row<Referenced> referenced, Commit asTheyAre) {
    Instant now = clock.instant();
    Defined after = ending.contract.changing(ending.version.retired(now));
    var said =
        new VersionRetired(after.name(), ending.version.number(), ending.version.hash(), now);
    Commit commit =
        asTheyAre
            .and(ending.row.put(after).saying(VERSION_RETIRED, said))
            .and(referenced.put(new Referenced(true, List.of())));
    for (ContractId reference : references(ending.id())) {
      Row<Referenced> other = Referenced.row(reference, rows);
      commit = commit.and(other.put(Referenced.in(other).without(ending.id())));
    }
    return ok(after.view(false), commit);
  }

  private List<ContractId> references(ContractId id) {
    return contracts.content(id).map(Frozen::references).orElse(List.of());
  }
}
