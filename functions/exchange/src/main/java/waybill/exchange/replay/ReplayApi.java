package waybill.exchange.replay;

import static waybill.contracts.exchange.ExchangeContracts.LIST_JOBS;
import static waybill.contracts.exchange.ExchangeContracts.REPLAY;
import static waybill.contracts.exchange.ExchangeContracts.REPLAY_LIST;
import static waybill.contracts.exchange.ExchangeContracts.START_REPLAY;
import static waybill.kit.http.Answer.accepted;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.post;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.kit.problem.Problem.NOT_FOUND;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import waybill.contracts.exchange.ListJobs;
import waybill.contracts.exchange.Replay;
import waybill.contracts.exchange.ReplayList;
import waybill.contracts.exchange.ReplayState;
import waybill.contracts.exchange.StartReplay;
import waybill.exchange.hear.Bindings;
import waybill.exchange.job.Job;
import waybill.exchange.job.Jobs;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Change;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Page;
import waybill.kit.commit.Table;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;

/** Replays as their owners see them: operators, and the service that subscribes. */
public final class ReplayApi {
  private static final String ALL = "/subscriptions/{name}/replays";
  private static final String ONE = ALL + "/{id}";

  private final Service exchange;
  private final Table table;
  private final Subscriptions subscriptions;
  private final Bindings bindings;
  private final Jobs jobs;
  private final Consumer<String> wake;

  /**
   * @param wake tells a job by its id that its turn has come
   */
  public ReplayApi(
      Service exchange,
      Subscriptions subscriptions,
      Bindings bindings,
      Jobs jobs,
      Consumer<String> wake) {
    this.wake = wake;
    this.exchange = exchange;
    this.table = exchange.table();
    this.subscriptions = subscriptions;
    this.bindings = bindings;
    this.jobs = jobs;
  }

  public Routes routes() {
    return Routes.of(
        post(ALL, START_REPLAY, REPLAY, this::start),
        get(ALL, LIST_JOBS, REPLAY_LIST, this::list),
        get(ONE, REPLAY, this::show),
        post(ONE + "/pause", REPLAY, request -> turned(request, Job.State.PAUSED)),
        post(ONE + "/resume", REPLAY, request -> turned(request, Job.State.RUNNING)),
        post(ONE + "/cancel", REPLAY, request -> turned(request, Job.State.CANCELLED)));
  }

  /** What is said from now on is not part of the past. */
  public Answer<Replay> start(Request<StartReplay> request) {
    Optional<Subscription> found = subscription(request);
    if (found.isEmpty()) return unknown(request);
    StartReplay asked = request.body();
    Subscription to = found.get();
    Instant now = exchange.clock().instant();
    Instant end = asked.to().isBefore(now) ? asked.to() : now;
    if (!asked.from().isBefore(end)) return refused(ReplayProblem.EMPTY_RANGE.at("/from"));
    Wanted wanted =
        new Wanted(to.id(), asked.from(), end, asked.contract(), asked.key(), asked.mode());
    Job job = jobs.fresh(Replays.KIND, Replays.order(wanted), request.caller().subject());
    Tally none = Tally.of(job.id());
    Change tally =
        Cell.<Tally>absent(Replays.tallyOf(job.id()))
            .put(none, Replays.listed(to.name(), job.began(), job.id()), null, null);
    String at = "/subscriptions/" + to.name() + "/replays/" + job.id();
    return accepted(at, shown(to, job, none), Commit.nothing().and(jobs.change(job)).and(tally))
        .then(() -> wake.accept(job.id()));
  }

  public Answer<ReplayList> list(Request<ListJobs> request) {
    Optional<Subscription> to = subscription(request);
    if (to.isEmpty()) return unknown(request);
    int limit = Request.pageSize(request.body().limit());
    Page<Tally> page =
        table
            .list(Replays.listOf(to.get().name()), request.body().cursor(), limit)
            .map(item -> Cell.of(item, Tally.class).required());
    List<Replay> items =
        page.items().stream()
            .flatMap(
                tally -> jobs.find(tally.job()).stream().map(job -> shown(to.get(), job, tally)))
            .toList();
    return ok(new ReplayList(items, page.cursor()));
  }

  public Answer<Replay> show(Request<Nothing> request) {
    Optional<Subscription> to = subscription(request);
    Optional<Job> job = to.flatMap(one -> job(one, request.path("id")));
    return job.isEmpty() ? unknown(request) : ok(shown(to.get(), job.get()));
  }

  /** It takes hold with the next turn. */
  public Answer<Replay> turned(Request<Nothing> request, Job.State state) {
    Optional<Subscription> to = subscription(request);
    Optional<Job> job =
        to.flatMap(one -> job(one, request.path("id")))
            .flatMap(one -> jobs.become(one.id(), state));
    if (job.isEmpty()) return unknown(request);
    if (job.get().isRunning()) wake.accept(job.get().id());
    return ok(shown(to.get(), job.get()));
  }

  private Optional<Subscription> subscription(Request<?> request) {
    return subscriptions
        .now()
        .named(request.path("name"))
        .filter(one -> request.caller().isOperator() || bound(request).contains(one.service()));
  }

  private Set<String> bound(Request<?> request) {
    Caller caller = request.caller();
    return bindings.of(caller.isMachine() ? caller.client() : "");
  }

  private Optional<Job> job(Subscription to, String id) {
    return jobs.find(id)
        .filter(job -> job.kind().equals(Replays.KIND))
        .filter(job -> nameOf(Replays.wanted(job).subscription()).equals(to.name()));
  }

  /** Without the number that tells it from an earlier one of its name. */
  private static String nameOf(String subscription) {
    return subscription.split("\\.", 2)[0];
  }

  private <A> Answer<A> unknown(Request<?> request) {
    boolean mayLook = request.caller().isOperator() || !bound(request).isEmpty();
    return refused(
        mayLook
            ? NOT_FOUND.because("no such replay or subscription of yours")
            : FORBIDDEN.because("operators and the subscribing service replay"));
  }

  private Replay shown(Subscription to, Job job) {
    Tally tally = Cell.read(table, Replays.tallyOf(job.id()), Tally.class).value();
    return shown(to, job, tally == null ? Tally.of(job.id()) : tally);
  }

  private static Replay shown(Subscription to, Job job, Tally tally) {
    Wanted wanted = Replays.wanted(job);
    return new Replay(
        job.id(),
        to.name(),
        wanted.from(),
        wanted.to(),
        wanted.contract(),
        wanted.key(),
        wanted.mode(),
        ReplayState.valueOf(job.state().name()),
        tally.lookedAt(),
        tally.sent(),
        tally.confirmed(),
        tally.failed(),
        job.problem(),
        job.by(),
        job.began(),
        job.ended());
  }
}
