package waybill.exchange.erase;

import static waybill.contracts.exchange.ExchangeContracts.ERASURE;
import static waybill.contracts.exchange.ExchangeContracts.ERASURE_LIST;
import static waybill.contracts.exchange.ExchangeContracts.LIST_JOBS;
import static waybill.contracts.exchange.ExchangeContracts.START_ERASURE;
import static waybill.kit.http.Answer.accepted;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.post;
import static waybill.kit.problem.Problem.FORBIDDEN;

import java.util.function.Consumer;
import waybill.contracts.Json;
import waybill.contracts.exchange.Erasure;
import waybill.contracts.exchange.ErasureList;
import waybill.contracts.exchange.ListJobs;
import waybill.contracts.exchange.StartErasure;
import waybill.exchange.job.Job;
import waybill.exchange.job.Jobs;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Page;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;
import waybill.kit.http.Routes;

/** Operators erase, and see who has. */
public final class ErasureApi {
  private final Service exchange;
  private final Jobs jobs;
  private final Consumer<String> wake;

  /**
   * @param wake tells a job by its id that its turn has come
   */
  public ErasureApi(Service exchange, Jobs jobs, Consumer<String> wake) {
    this.wake = wake;
    this.exchange = exchange;
    this.jobs = jobs;
  }

  public Routes routes() {
    return Routes.of(
        post("/erasures", START_ERASURE, ERASURE, this::start),
        get("/erasures", LIST_JOBS, ERASURE_LIST, this::list));
  }

  public Answer<Erasure> start(Request<StartErasure> request) {
    if (!request.caller().isOperator()) return refused(FORBIDDEN.because("operators erase"));
    StartErasure asked = request.body();
    String by = request.caller().subject();
    Job job = jobs.fresh(Erasing.KIND, Json.object(), by);
    Note note =
        new Note(job.id(), asked.source(), asked.key(), asked.reason(), by, job.began(), 0, null);
    var kept = Cell.<Note>absent(Note.keyOf(job.id())).put(note, note.listed(), null, null);
    return accepted("/erasures", note.shown(), Commit.nothing().and(jobs.change(job)).and(kept))
        .then(() -> wake.accept(job.id()));
  }

  public Answer<ErasureList> list(Request<ListJobs> request) {
    if (!request.caller().isOperator()) return refused(FORBIDDEN.because("operators look"));
    int limit = Request.pageSize(request.body().limit());
    Page<Erasure> page =
        exchange
            .table()
            .list(Note.LIST, request.body().cursor(), limit)
            .map(item -> Cell.of(item, Note.class).required().shown());
    return ok(new ErasureList(page.items(), page.cursor()));
  }
}
