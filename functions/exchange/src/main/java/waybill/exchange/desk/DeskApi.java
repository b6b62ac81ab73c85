package waybill.exchange.desk;

import static waybill.contracts.exchange.DeskContracts.DECIDE_GROUP;
import static waybill.contracts.exchange.DeskContracts.DECIDE_PARKED;
import static waybill.contracts.exchange.DeskContracts.DESK_DEED_LIST;
import static waybill.contracts.exchange.DeskContracts.DESK_TASK;
import static waybill.contracts.exchange.DeskContracts.EDIT_PARKED;
import static waybill.contracts.exchange.DeskContracts.LIST_PARKED;
import static waybill.contracts.exchange.DeskContracts.PARKED_LIST;
import static waybill.contracts.exchange.ExchangeContracts.LIST_JOBS;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.post;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.kit.problem.Problem.NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DecideGroup;
import waybill.contracts.exchange.DecideParked;
import waybill.contracts.exchange.DeskDeedList;
import waybill.contracts.exchange.DeskOrder.Order;
import waybill.contracts.exchange.DeskTask;
import waybill.contracts.exchange.EditParked;
import waybill.contracts.exchange.ListJobs;
import waybill.contracts.exchange.ListParked;
import waybill.contracts.exchange.ParkedList;
import waybill.exchange.job.Jobs;
import waybill.exchange.join.Spokesman;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.kit.Service;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;

/** The desk over HTTP, for operators and the service that subscribes. */
public final class DeskApi {
  private static final String PARKED = "/subscriptions/{name}/parked";
  private static final String ONE = PARKED + "/{key}";
  private static final String ORDERS = "/subscriptions/{name}/desk-orders";

  private final Subscriptions subscriptions;
  private final Spokesman spokesman;
  private final Desk desk;
  private final Showing showing;
  private final Giving giving;
  private final Deeds deeds;

  /**
   * @param wake tells a job by its id that its turn has come
   */
  public DeskApi(
      Service exchange,
      Subscriptions subscriptions,
      Spokesman spokesman,
      Desk desk,
      Jobs jobs,
      Consumer<String> wake) {
    this.subscriptions = subscriptions;
    this.spokesman = spokesman;
    this.desk = desk;
    this.showing = desk.showing();
    this.giving = new Giving(exchange, desk, jobs, wake);
    this.deeds = new Deeds(exchange.table());
  }

  public Routes routes() {
    return Routes.of(
        get(PARKED, LIST_PARKED, PARKED_LIST, this::show),
        post(ONE + "/retry", DECIDE_PARKED, DESK_TASK, one -> decide(one, Order.RETRY)),
        post(ONE + "/skip", DECIDE_PARKED, DESK_TASK, one -> decide(one, Order.SKIP)),
        post(ONE + "/edit", EDIT_PARKED, DESK_TASK, this::edit),
        post(PARKED + "/retry", DECIDE_GROUP, DESK_TASK, all -> decideAll(all, Order.RETRY)),
        post(PARKED + "/skip", DECIDE_GROUP, DESK_TASK, all -> decideAll(all, Order.SKIP)),
        get(ORDERS, LIST_JOBS, DESK_DEED_LIST, this::orders),
        get(ORDERS + "/{id}", DESK_TASK, this::order));
  }

  Answer<ParkedList> show(Request<ListParked> request) {
    Optional<Subscription> of = subscription(request);
    if (of.isEmpty()) return unknown(request);
    ListParked asked = request.body();
    return ok(
        showing.of(
            of.get(),
            desk.parked()
                .page(of.get(), asked.group(), asked.cursor(), Request.pageSize(asked.limit()))));
  }

  Answer<DeskTask> decide(Request<DecideParked> request, Order order) {
    DecideParked asked = request.body();
    return about(request, order, asked.sequence(), asked.reason(), asked.dryRun(), null);
  }

  Answer<DeskTask> edit(Request<EditParked> request) {
    EditParked asked = request.body();
    return about(
        request, Order.EDIT, asked.sequence(), asked.reason(), asked.dryRun(), asked.data());
  }

  private Answer<DeskTask> about(
      Request<?> request,
      Order order,
      long sequence,
      String reason,
      @Nullable Boolean dryRun,
      @Nullable JsonNode data) {
    Optional<Subscription> of = subscription(request);
    String id = request.path("key") + "~" + sequence;
    if (of.isEmpty() || !MessageId.isId(id)) return unknown(request);
    Wish wish = new Wish(order, MessageId.parse(id), reason, by(request.caller()), data);
    return Boolean.TRUE.equals(dryRun)
        ? giving.planned(of.get(), wish)
        : giving.given(of.get(), wish);
  }

  Answer<DeskTask> decideAll(Request<DecideGroup> request, Order order) {
    Optional<Subscription> of = subscription(request);
    if (of.isEmpty()) return unknown(request);
    DecideGroup asked = request.body();
    Task task =
        new Task(of.get().id(), order, asked.group(), null, asked.reason(), by(request.caller()));
    return Boolean.TRUE.equals(asked.dryRun())
        ? giving.planned(of.get(), task)
        : giving.given(of.get(), task);
  }

  Answer<DeskDeedList> orders(Request<ListJobs> request) {
    Optional<Subscription> of = subscription(request);
    if (of.isEmpty()) return unknown(request);
    ListJobs asked = request.body();
    return ok(deeds.of(of.get(), asked.cursor(), Request.pageSize(asked.limit())));
  }

  Answer<DeskTask> order(Request<Nothing> request) {
    return subscription(request)
        .flatMap(of -> giving.find(of, request.path("id")))
        .<Answer<DeskTask>>map(Answer::ok)
        .orElseGet(() -> unknown(request));
  }

  private static String by(Caller caller) {
    return Shortened.by(caller.isMachine() ? caller.client() : caller.subject());
  }

  private Optional<Subscription> subscription(Request<?> request) {
    return subscriptions
        .now()
        .named(request.path("name"))
        .filter(one -> spokesman.maySpeakFor(request.caller(), one.service()));
  }

  private <A> Answer<A> unknown(Request<?> request) {
    return refused(
        spokesman.speaksForAny(request.caller())
            ? NOT_FOUND.because("no such subscription, key or order of yours")
            : FORBIDDEN.because("operators and the subscribing service sit at the desk"));
  }
}
