package waybill.catalog;

import static waybill.catalog.ServicesProblem.BUILT_IN_SERVICE;
import static waybill.catalog.ServicesProblem.CHANGES_GONE;
import static waybill.catalog.ServicesProblem.NO_LEASE;
import static waybill.contracts.catalog.ServiceContracts.CAN_DEPLOY;
import static waybill.contracts.catalog.ServiceContracts.CHANGE_LIST;
import static waybill.contracts.catalog.ServiceContracts.DEPLOYABILITY;
import static waybill.contracts.catalog.ServiceContracts.LIST_CHANGES;
import static waybill.contracts.catalog.ServiceContracts.LIST_SERVICES;
import static waybill.contracts.catalog.ServiceContracts.PUT_SERVICE;
import static waybill.contracts.catalog.ServiceContracts.SERVICE;
import static waybill.contracts.catalog.ServiceContracts.SERVICE_LIST;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.post;
import static waybill.kit.http.Route.put;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.kit.problem.Problem.NOT_FOUND;

import java.time.Clock;
import java.util.Optional;
import waybill.contracts.catalog.CanDeploy;
import waybill.contracts.catalog.ChangeList;
import waybill.contracts.catalog.Deployability;
import waybill.contracts.catalog.ListChanges;
import waybill.contracts.catalog.ListServices;
import waybill.contracts.catalog.PutService;
import waybill.contracts.catalog.ServiceList;
import waybill.contracts.catalog.ServiceState;
import waybill.contracts.catalog.ShownService;
import waybill.contracts.verdict.Judge;
import waybill.kit.Service;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;
import waybill.kit.problem.Refusal;

/** What the catalog answers about services. */
final class ServicesApi {
  private static final Refusal NOT_FOR_ALL =
      FORBIDDEN.because("members, operators and machines look services up");

  private static final Refusal NOT_ITS_CLIENT =
      FORBIDDEN.because("operators, and the clients that are bound to the service");

  private final Registry registry;
  private final PuttingServices putting;
  private final Leases leases;
  private final Lookup lookup;
  private final Watching watching;
  private final Deployments deployments;
  private final Clock clock;

  ServicesApi(
      Registry registry,
      PuttingServices putting,
      Leases leases,
      Watching watching,
      Deployments deployments,
      Clock clock) {
    this.registry = registry;
    this.putting = putting;
    this.leases = leases;
    this.lookup = new Lookup(registry);
    this.watching = watching;
    this.deployments = deployments;
    this.clock = clock;
  }

  static ServicesApi of(Service service, Registry registry, Contracts contracts, Judge judge) {
    Rows rows = service.rows();
    Clock clock = service.clock();
    Leases leases = new Leases(rows, clock);
    Declarations declarations = new Declarations(contracts);
    Edges edges = new Edges(contracts, judge, clock);
    return new ServicesApi(
        registry,
        new PuttingServices(registry, declarations, leases, rows, clock),
        leases,
        new Watching(new Feed(rows), service.pause(), clock),
        new Deployments(registry, contracts, edges),
        clock);
  }

  Routes routes() {
    return Routes.of(
        get("/services", LIST_SERVICES, SERVICE_LIST, this::list),
        get("/services/changes", LIST_CHANGES, CHANGE_LIST, this::changes),
        get("/services/{name}", SERVICE, this::show),
        put("/services/{name}", PUT_SERVICE, SERVICE, this::enter),
        post("/services/{name}/heartbeat", SERVICE, this::heartbeat),
        get("/can-deploy", CAN_DEPLOY, DEPLOYABILITY, this::canDeploy));
  }

  /** The position is read first: what changes from then on is in the feed, if not in the list. */
  Answer<ServiceList> list(Request<ListServices> request) {
    if (!mayLookUp(request.caller())) return refused(NOT_FOR_ALL);
    long position = watching.position();
    ServiceList page = lookup.page(request.body(), position);
    String base = request.arrival().base();
    return ok(
        new ServiceList(
            page.items().stream().map(service -> Views.at(base, service)).toList(),
            page.cursor(),
            page.position()));
  }

  Answer<ShownService> show(Request<Nothing> request) {
    String name = request.path("name");
    if (!mayFind(name, request.caller())) return refused(NOT_FOR_ALL);
    Optional<ShownService> found =
        lookup.find(name).map(service -> Views.at(request.arrival().base(), service));
    return found.isPresent()
        ? ok(shown(found.get(), request.caller()))
        : refused(NOT_FOUND.because("no such service"));
  }

  Answer<ShownService> enter(Request<PutService> request) {
    String name = request.path("name");
    if (!maySpeakFor(name, request.caller())) return refused(NOT_ITS_CLIENT);
    if (registry.isBuiltIn(name)) return refused(BUILT_IN_SERVICE.because(name));
    return putting.put(name, request.body(), request.caller().isOperator());
  }

  Answer<ShownService> heartbeat(Request<Nothing> request) {
    String name = request.path("name");
    if (!maySpeakFor(name, request.caller())) return refused(NOT_ITS_CLIENT);
    if (registry.isBuiltIn(name)) return refused(BUILT_IN_SERVICE.because("it has no lease"));
    if (!Names.isName(name)) return refused(NOT_FOUND.because("no such service"));
    Row<OutsideService> row = registry.outside(name);
    if (row.value().isEmpty()) return refused(NOT_FOUND.because("no such service"));
    return heartbeat(row, row.value().get());
  }

  private Answer<ShownService> heartbeat(Row<OutsideService> row, OutsideService service) {
    Integer seconds = service.leaseSeconds();
    if (seconds == null) return refused(NO_LEASE.because("PUT the service with lease_seconds"));
    Lease renewed = Lease.from(clock.instant(), seconds);
    ShownService view = service.in(ServiceState.HERE).view();
    return ok(
        Views.to(view, renewed.endsAt(), service.clientIds()),
        leases.renewed(row, service, renewed));
  }

  Answer<ChangeList> changes(Request<ListChanges> request) {
    if (!mayLookUp(request.caller())) return refused(NOT_FOR_ALL);
    Optional<ChangeList> changes = watching.changes(request.body());
    return changes.isPresent() ? ok(changes.get()) : refused(CHANGES_GONE.at("/after"));
  }

  Answer<Deployability> canDeploy(Request<CanDeploy> request) {
    return mayLookUp(request.caller()) ? deployments.answer(request.body()) : refused(NOT_FOR_ALL);
  }

  private ShownService shown(ShownService service, Caller caller) {
    var endsAt =
        leases.of(service.name()).value().filter(lease -> !lease.ended()).map(Lease::endsAt);
    return maySpeakFor(service.name(), caller)
        ? Views.to(service, endsAt.orElse(null), registry.clientIdsOf(service.name()))
        : Views.to(service, endsAt.orElse(null), null);
  }

  private boolean maySpeakFor(String name, Caller caller) {
    return caller.isOperator()
        || (caller.isMachine() && registry.servicesOf(caller.client()).contains(name));
  }

  /** A service of the deployment is asked with the token of any person, so any may find it. */
  private boolean mayFind(String name, Caller caller) {
    return mayLookUp(caller) || (caller.sort() == Caller.Sort.PERSON && registry.isBuiltIn(name));
  }

  private static boolean mayLookUp(Caller caller) {
    return caller.isMachine() || caller.isOperator() || caller.groups().contains("member");
  }
}
