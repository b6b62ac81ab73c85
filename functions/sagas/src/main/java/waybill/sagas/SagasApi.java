package waybill.sagas;

import static waybill.contracts.sagas.SagasContracts.DECIDE_SAGA;
import static waybill.contracts.sagas.SagasContracts.LIST_SAGAS;
import static waybill.contracts.sagas.SagasContracts.SAGA_LIST;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.post;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.sagas.SagasProblem.NOT_NOW;
import static waybill.sagas.SagasProblem.UNKNOWN_SAGA;

import java.time.Instant;
import java.util.Optional;
import waybill.contracts.sagas.DecideSaga;
import waybill.contracts.sagas.ListSagas;
import waybill.contracts.sagas.SagaList;
import waybill.contracts.sagas.SagasContracts;
import waybill.contracts.sagas.ShownSaga;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Row;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;
import waybill.sagas.course.Deciding;
import waybill.sagas.course.Decision;
import waybill.sagas.course.Saga;
import waybill.sagas.course.Transition;
import waybill.sagas.course.Wish;
import waybill.sagas.define.Definitions;

/** What the coordinator answers. */
final class SagasApi {
  private static final String ONE = "/sagas/{saga_id}";

  private final Service service;
  private final Sagas sagas;
  private final Definitions definitions;
  private final Listing listing;
  private final Clients clients;

  SagasApi(Service service, Sagas sagas, Definitions definitions, Clients clients) {
    this.service = service;
    this.sagas = sagas;
    this.definitions = definitions;
    this.listing = new Listing(sagas);
    this.clients = clients;
  }

  Routes routes() {
    return Routes.of(
        get("/sagas", LIST_SAGAS, SAGA_LIST, this::list),
        get(ONE, SagasContracts.SAGA, this::show),
        post(ONE + "/cancel", DECIDE_SAGA, SagasContracts.SAGA, one -> decide(one, CANCEL)),
        post(ONE + "/retry", DECIDE_SAGA, SagasContracts.SAGA, one -> decide(one, RETRY)),
        post(ONE + "/skip", DECIDE_SAGA, SagasContracts.SAGA, one -> decide(one, SKIP)));
  }

  /** One thing that an operator may decide. */
  private interface Decides {
    Decision of(Deciding deciding, Saga saga, Wish wish, Instant now);
  }

  private static final Decides CANCEL = Deciding::cancelled;
  private static final Decides RETRY = Deciding::retried;
  private static final Decides SKIP = Deciding::skipped;

  Answer<SagaList> list(Request<ListSagas> request) {
    Sight sight = Sight.of(request.caller(), clients);
    return sight.isNothing() ? forbidden() : ok(listing.of(request.body(), sight));
  }

  /** One of somebody else is not there, so that nobody can try out ids. */
  Answer<ShownSaga> show(Request<Nothing> request) {
    Sight sight = Sight.of(request.caller(), clients);
    if (sight.isNothing()) return forbidden();
    Optional<Saga> saga =
        sagas.at(request.path("saga_id")).value().filter(found -> sight.shows(found.owner()));
    return saga.isPresent() ? ok(shown(saga.get())) : unknown();
  }

  private Answer<ShownSaga> decide(Request<DecideSaga> request, Decides decides) {
    Caller caller = request.caller();
    if (!caller.isOperator()) return refused(FORBIDDEN.because("operators decide about sagas"));
    Row<Saga> row = sagas.at(request.path("saga_id"));
    if (row.value().isEmpty()) return unknown();
    Saga saga = row.value().get();
    Wish wish = new Wish(caller.subject(), request.body().reason(), request.body().step());
    Deciding deciding = definitions.course(saga.definition()).deciding();
    Decision decision = decides.of(deciding, saga, wish, service.clock().instant());
    if (decision instanceof Decision.Impossible impossible)
      return refused(NOT_NOW.because(impossible.why()));
    Transition transition = ((Decision.Carried) decision).transition();
    Commit commit = sagas.and(Commit.nothing(), row, transition).belongingTo(saga.origin());
    return ok(shown(transition.saga()), commit);
  }

  private ShownSaga shown(Saga saga) {
    return Showing.whole(saga, definitions.find(saga.definition()).orElseThrow());
  }

  private static <T> Answer<T> forbidden() {
    return refused(FORBIDDEN.because("operators, and clients of a definition's owner"));
  }

  private static <T> Answer<T> unknown() {
    return refused(UNKNOWN_SAGA.because("no such saga, or not yours to see"));
  }
}
