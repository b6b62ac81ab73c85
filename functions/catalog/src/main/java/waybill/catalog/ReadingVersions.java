package waybill.catalog;

import static waybill.catalog.ContractsProblem.VERSION_RETIRED;
import static waybill.contracts.catalog.CatalogContracts.CHECK;
import static waybill.contracts.catalog.CatalogContracts.DIFF;
import static waybill.contracts.catalog.CatalogContracts.DOCUMENT;
import static waybill.contracts.catalog.CatalogContracts.EXAMPLE_LIST;
import static waybill.contracts.catalog.CatalogContracts.PROTO_FILE;
import static waybill.contracts.catalog.CatalogContracts.REFERENCE_LIST;
import static waybill.contracts.catalog.CatalogContracts.VERSION;
import static waybill.contracts.catalog.CatalogContracts.XML_SCHEMA;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.post;
import static waybill.kit.problem.Problem.NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Violation;
import waybill.contracts.catalog.DocumentCheck;
import waybill.contracts.catalog.ExampleList;
import waybill.contracts.catalog.ReferenceList;
import waybill.contracts.catalog.VersionDiff;
import waybill.contracts.catalog.VersionView;
import waybill.contracts.verdict.Difference;
import waybill.contracts.verdict.Direction;
import waybill.contracts.verdict.Evolution;
import waybill.contracts.verdict.Samples;
import waybill.kit.commit.Rows;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;

/** What can be asked about the versions that there are. */
final class ReadingVersions {
  private static final int EXAMPLES_MADE = 5;

  private final Contracts contracts;
  private final BuiltInContracts builtIn;
  private final Catalog catalog;
  private final ShowingForms forms;
  private final Judging judging;
  private final Rows rows;

  ReadingVersions(
      Contracts contracts, BuiltInContracts builtIn, Catalog catalog, Judging judging, Rows rows) {
    this.contracts = contracts;
    this.builtIn = builtIn;
    this.catalog = catalog;
    this.forms = new ShowingForms(catalog);
    this.judging = judging;
    this.rows = rows;
  }

  Routes routes() {
    String version = "/contracts/{name}/versions/{version}";
    return Routes.of(
        get(version, VERSION, this::show),
        get(version + "/schema.proto", PROTO_FILE, this::proto),
        get(version + "/schema.xsd", XML_SCHEMA, this::xsd),
        post(version + "/check", DOCUMENT, CHECK, this::check),
        get(version + "/examples", EXAMPLE_LIST, this::examples),
        get(version + "/referenced-by", REFERENCE_LIST, this::referencedBy),
        get(version + "/diff/{other}", DIFF, this::diff));
  }

  /** One version, as it was asked for. */
  private record Found(Defined contract, Numbered numbered) {
    ContractId id() {
      return new ContractId(contract.name(), numbered.number());
    }
  }

  Answer<VersionView> show(Request<Nothing> request) {
    boolean latest = Contracts.isLatest(request.path("version"));
    return with(request, found -> Headers.of(found.numbered, latest).on(ok(view(found))));
  }

  private VersionView view(Found found) {
    ContractId id = found.id();
    return content(id).view(catalog.numbers(id).orElse(null), forms.of(id));
  }

  Answer<String> proto(Request<Nothing> request) {
    return file(request, found -> forms.proto(found.id()));
  }

  Answer<String> xsd(Request<Nothing> request) {
    return file(request, found -> forms.xsd(found.id()));
  }

  private Answer<String> file(Request<Nothing> request, Function<Found, Answer<String>> of) {
    boolean latest = Contracts.isLatest(request.path("version"));
    return with(
        request,
        found -> {
          Answer<String> answer = of.apply(found);
          return answer instanceof Answer.Given<String> given
              ? Headers.ofFile(found.numbered, latest).on(given)
              : answer;
        });
  }

  /** By the same engine that stands at every edge. */
  Answer<DocumentCheck> check(Request<JsonNode> request) {
    return with(
        request,
        found -> {
          if (found.numbered.isRetired()) return refused(VERSION_RETIRED.because("" + found.id()));
          List<Violation> violations = catalog.check(found.id(), request.body());
          return ok(new DocumentCheck(violations.isEmpty(), violations));
        });
  }

  Answer<ExampleList> examples(Request<Nothing> request) {
    return with(
        request,
        found -> {
          Frozen frozen = content(found.id());
          return frozen.examples().isEmpty()
              ? ok(new ExampleList(false, Samples.valid(frozen.schema(), EXAMPLES_MADE)))
              : ok(new ExampleList(true, frozen.examples()));
        });
  }

  Answer<ReferenceList> referencedBy(Request<Nothing> request) {
    return with(
        request,
        found -> {
          Referenced referenced = Referenced.in(Referenced.row(found.id(), rows));
          return ok(
              new ReferenceList(
                  Stream.concat(builtIn.referringTo(found.id()).stream(), referenced.by().stream())
                      .map(ContractId::toString)
                      .toList()));
        });
  }

  Answer<VersionDiff> diff(Request<Nothing> request) {
    return with(request, found -> diff(found, request.path("other")));
  }

  private Answer<VersionDiff> diff(Found from, String other) {
    Defined contract = from.contract;
    Optional<Numbered> to = Contracts.version(contract, other);
    if (to.isEmpty()) return refused(NOT_FOUND.because("no such version to compare with"));
    JsonNode then = content(new ContractId(contract.name(), to.get().number())).schema();
    Evolution evolution = judging.evolution(contract);
    Evolution.Version version = judging.version(contract, from.numbered.number());
    return ok(
        new VersionDiff(
            contract.name(),
            from.numbered.number(),
            to.get().number(),
            Verdicts.alone(evolution.against(version, Direction.BACKWARD, then)),
            Verdicts.alone(evolution.against(version, Direction.FORWARD, then)),
            Difference.between(content(from.id()).schema(), then)));
  }

  private <A> Answer<A> with(Request<?> request, Function<Found, Answer<A>> answer) {
    Optional<Found> found =
        contracts
            .find(request.path("name"))
            .flatMap(
                contract ->
                    Contracts.version(contract, request.path("version"))
                        .map(numbered -> new Found(contract, numbered)));
    return found.isPresent()
        ? answer.apply(found.get())
        : refused(NOT_FOUND.because("no such version"));
  }

  private Frozen content(ContractId id) {
    return contracts
        .content(id)
        .orElseThrow(() -> new IllegalStateException(id + " is listed, but has no content"));
  }
}
