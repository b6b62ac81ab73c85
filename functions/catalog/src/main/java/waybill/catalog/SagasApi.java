package waybill.catalog;

import static waybill.contracts.catalog.CatalogContracts.LIST_SAGA_DEFINITIONS;
import static waybill.contracts.catalog.CatalogContracts.REGISTER_SAGA;
import static waybill.contracts.catalog.CatalogContracts.SAGA_DEFINITION;
import static waybill.contracts.catalog.CatalogContracts.SAGA_DEFINITION_LIST;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.post;
import static waybill.kit.problem.Problem.NOT_FOUND;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import waybill.contracts.catalog.ListSagaDefinitions;
import waybill.contracts.catalog.SagaDefinitionList;
import waybill.contracts.catalog.SagaSummary;
import waybill.contracts.catalog.SagaView;
import waybill.contracts.saga.SagaId;
import waybill.contracts.verdict.Judge;
import waybill.kit.Service;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;

/** What the catalog answers about sagas. */
final class SagasApi {
  private final Sagas sagas;
  private final RegisteringSagas registering;

  SagasApi(Service service, Contracts contracts, Owners owners, Judge judge) {
    this.sagas = new Sagas(service.catalog(), service.rows());
    this.registering =
        new RegisteringSagas(
            sagas,
            contracts,
            new Writers(contracts, owners),
            judge,
            service.rows(),
            service.clock());
  }

  Routes routes() {
    return Routes.of(
        get("/saga-definitions", LIST_SAGA_DEFINITIONS, SAGA_DEFINITION_LIST, this::list),
        get("/saga-definitions/{name}", SAGA_DEFINITION, this::latest),
        get("/saga-definitions/{name}/versions/{version}", SAGA_DEFINITION, this::show),
        post(
            "/saga-definitions/{name}/versions",
            REGISTER_SAGA,
            SAGA_DEFINITION,
            registering::register));
  }

  Answer<SagaDefinitionList> list(Request<ListSagaDefinitions> request) {
    ListSagaDefinitions asked = request.body();
    NavigableSet<String> names = sagas.names();
    String cursor = asked.cursor();
    if (cursor != null) names = names.tailSet(NameCursor.read(cursor, SagaId::isName), false);
    List<SagaSummary> items = new ArrayList<>();
    int read = 0;
    String last = null;
    for (String name : names) {
      if (items.size() == Request.pageSize(asked.limit()) || read++ == Lookup.READ_MAX)
        return ok(new SagaDefinitionList(List.copyOf(items), NameCursor.write(last)));
      sagas
          .find(name)
          .filter(one -> asked.owner() == null || one.owner().equals(asked.owner()))
          .ifPresent(items::add);
      last = name;
    }
    return ok(new SagaDefinitionList(List.copyOf(items), null));
  }

  Answer<SagaView> latest(Request<Nothing> request) {
    return shown(request.path("name"), Contracts.LATEST);
  }

  Answer<SagaView> show(Request<Nothing> request) {
    return shown(request.path("name"), request.path("version"));
  }

  private Answer<SagaView> shown(String name, String version) {
    if (!SagaId.isName(name)) return refused(NOT_FOUND.because("no such saga"));
    Optional<SagaView> found =
        number(name, version).flatMap(number -> sagas.version(new SagaId(name, number)));
    return found.isPresent()
        ? shown(found.get(), Contracts.isLatest(version))
        : refused(NOT_FOUND.because("no such version of a saga"));
  }

  /** Nobody keeps one that is about to be listened to: whoever asks wants to see that it is. */
  private static Answer<SagaView> shown(SagaView saga, boolean latest) {
    return saga.listening()
        ? Headers.of(Numbered.builtIn(saga.version(), saga.hash(), null), latest).on(ok(saga))
        : ok(saga).header("cache-control", "no-store");
  }

  private Optional<Integer> number(String name, String version) {
    return Contracts.isLatest(version)
        ? sagas.find(name).map(SagaSummary::latest)
        : Contracts.number(version);
  }
}
