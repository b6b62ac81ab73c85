package waybill.exchange.books;

import static waybill.contracts.exchange.ExchangeContracts.ASK_FLOWS;
import static waybill.contracts.exchange.ExchangeContracts.ASK_LEDGER;
import static waybill.contracts.exchange.ExchangeContracts.AUDIT;
import static waybill.contracts.exchange.ExchangeContracts.FLOW_LIST;
import static waybill.contracts.exchange.ExchangeContracts.LEDGER;
import static waybill.contracts.exchange.ExchangeContracts.LIST_MESSAGES;
import static waybill.contracts.exchange.ExchangeContracts.MESSAGE_LIST;
import static waybill.kit.http.Answer.accepted;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.post;
import static waybill.kit.problem.Problem.CONTRACT_VIOLATION;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.kit.problem.Problem.NOT_FOUND;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import waybill.contracts.exchange.AskFlows;
import waybill.contracts.exchange.AskLedger;
import waybill.contracts.exchange.FlowList;
import waybill.contracts.exchange.LedgerBalance;
import waybill.contracts.exchange.ListMessages;
import waybill.contracts.exchange.MessageList;
import waybill.contracts.exchange.ShownAudit;
import waybill.exchange.hear.Bindings;
import waybill.exchange.job.Job;
import waybill.exchange.job.Jobs;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscriptions;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Counters;
import waybill.kit.commit.Page;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;

/** What the books answer: to operators about everything, to a service about what concerns it. */
public final class BooksApi {
  private final Service exchange;
  private final Ledger ledger;
  private final Bindings bindings;
  private final Jobs jobs;
  private final AuditRows audits;
  private final Balance balance;
  private final Flows flows;
  private final Subscriptions subscriptions;
  private final Consumer<String> wake;

  /**
   * @param wake tells a job by its id that its turn has come
   */
  public BooksApi(
      Service exchange,
      Ledger ledger,
      Subscriptions subscriptions,
      Bindings bindings,
      Counters counters,
      Consumer<String> wake) {
    this.exchange = exchange;
    this.ledger = ledger;
    this.bindings = bindings;
    this.subscriptions = subscriptions;
    this.wake = wake;
    this.jobs = new Jobs(exchange);
    this.audits = new AuditRows(exchange);
    this.balance = new Balance(audits);
    this.flows = new Flows(exchange, ledger, subscriptions, counters);
  }

  public Routes routes() {
    return Routes.of(
        get("/messages", LIST_MESSAGES, MESSAGE_LIST, this::messages),
        get("/ledger", ASK_LEDGER, LEDGER, this::ledger),
        post("/ledger/audits", AUDIT, this::audit),
        get("/ledger/audits/{audit_id}", AUDIT, this::showAudit),
        get("/flows", ASK_FLOWS, FLOW_LIST, this::flows));
  }

  public Answer<MessageList> messages(Request<ListMessages> request) {
    Sight sight = sight(request.caller());
    if (sight.seesNothing()) return refused(FORBIDDEN.because(Sight.WHO));
    ListMessages asked = request.body();
    if (asked.contract() == null && asked.correlation() == null)
      return refused(CONTRACT_VIOLATION.because("ask by contract, or by correlation"));
    Page<Found> page =
        new Search(ledger, exchange.catalog())
            .page(asked, Request.pageSize(asked.limit()), sight::sees);
    return ok(new MessageList(page.items().stream().map(this::listed).toList(), page.cursor()));
  }

  private MessageList.Listed listed(Found found) {
    var message = found.message();
    List<MessageList.At> at =
        ledger.deliveries(message.id(), found.entry()).entrySet().stream()
            .map(one -> new MessageList.At(Found.nameOf(one.getKey()), one.getValue().state()))
            .toList();
    return new MessageList.Listed(
        message.id().toString(),
        message.contract().toString(),
        message.id().key(),
        message.time(),
        message.correlation(),
        message.causation(),
        at);
  }

  public Answer<LedgerBalance> ledger(Request<AskLedger> request) {
    Sight sight = sight(request.caller());
    if (sight.seesNothing()) return refused(FORBIDDEN.because(Sight.WHO));
    AskLedger asked = request.body();
    return ok(balance.of(orAll(asked.contract()), orAll(asked.subscriber()), sight));
  }

  public Answer<ShownAudit> audit(Request<Nothing> request) {
    if (!request.caller().isOperator()) return refused(FORBIDDEN.because("operators audit"));
    // An audit too many does no harm: so it need not be part of the answer's commit.
    Job job =
        jobs.start(Audit.KIND, JsonNodeFactory.instance.objectNode(), request.caller().subject());
    return accepted("/ledger/audits/" + job.id(), shown(job), Commit.nothing())
        .then(() -> wake.accept(job.id()));
  }

  public Answer<ShownAudit> showAudit(Request<Nothing> request) {
    if (!request.caller().isOperator()) return refused(FORBIDDEN.because("operators audit"));
    Optional<Job> job =
        jobs.find(request.path("audit_id")).filter(one -> one.kind().equals(Audit.KIND));
    return job.isPresent() ? ok(shown(job.get())) : refused(NOT_FOUND.because("no such audit"));
  }

  private ShownAudit shown(Job job) {
    return new ShownAudit(
        job.id(),
        ShownAudit.State.valueOf(job.state().name()),
        job.by(),
        job.began(),
        job.ended(),
        job.done(),
        List.copyOf(audits.stated(job.id()).keySet()),
        Audit.asOf(job),
        job.isOver() ? audits.unbalanced(job.id()) : null);
  }

  public Answer<FlowList> flows(Request<AskFlows> request) {
    Sight sight = sight(request.caller());
    if (sight.seesNothing()) return refused(FORBIDDEN.because(Sight.WHO));
    AskFlows asked = request.body();
    List<FlowList.Flow> seen =
        flows.now(orAll(asked.contract()), orAll(asked.subscriber())).stream()
            .filter(one -> sight.sees(new Flow(one.contract(), one.subscriber())))
            .toList();
    return ok(new FlowList(exchange.clock().instant(), seen));
  }

  private static String orAll(@Nullable String wanted) {
    return wanted == null ? "" : wanted;
  }

  private Sight sight(Caller caller) {
    Set<String> bound = bindings.of(caller.isMachine() ? caller.client() : "");
    return new Sight(caller.isOperator(), bound, subscriptions);
  }
}
