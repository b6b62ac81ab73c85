package waybill.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import waybill.contracts.exchange.AskFlows;
import waybill.contracts.exchange.AskLedger;
import waybill.contracts.exchange.FlowBook;
import waybill.contracts.exchange.FlowList;
import waybill.contracts.exchange.LedgerBalance;
import waybill.contracts.exchange.SourceBook;
import waybill.exchange.books.Audit;
import waybill.exchange.books.BooksApi;
import waybill.exchange.hear.Bindings;
import waybill.exchange.hear.Copies;
import waybill.exchange.job.Job;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.testing.Given;

/** Has the books of a {@link Spine} counted, and reads them as an operator. */
final class Auditor {
  static final Caller OPERATOR = Caller.person("olga", "operator");
  private static final Duration A_WHILE = Duration.ofSeconds(11);
  private final Spine spine;

  Auditor(Spine spine) {
    this.spine = spine;
    spine.users.states();
    spine.orders.states();
  }

  BooksApi api() {
    return new BooksApi(
        spine.exchange(),
        spine.ledger(),
        spine.core().subscriptions,
        new Bindings(Given.CATALOG, new Copies(spine.exchange().rows())),
        spine.counters,
        spine.woken::add);
  }

  /** Letters go to and fro, and a few seconds pass between the turns. */
  LedgerBalance audit() {
    String id = start();
    for (int turns = 0; turns < 40 && isRunning(id); turns++) turn(id);
    return ledger();
  }

  String start() {
    return spine.core().jobs.start(Audit.KIND, JsonNodeFactory.instance.objectNode(), "olga").id();
  }

  void turn(String id) {
    Exchange core = spine.core();
    core.jobs.run(id, core.works(spine.watched()));
    spine.settle();
    spine.othersMove();
    spine.clock.pass(A_WHILE);
  }

  boolean isRunning(String id) {
    return spine.core().jobs.find(id).filter(Job::isRunning).isPresent();
  }

  LedgerBalance ledger() {
    return given(api().ledger(request(new AskLedger(null, null), OPERATOR)));
  }

  FlowList.Flow flow(String contract, String subscriber) {
    FlowList all = given(api().flows(request(new AskFlows(contract, subscriber), OPERATOR)));
    return all.items().get(0);
  }

  static <Q> Request<Q> request(Q body, Caller caller) {
    return new Request<>(body, Map.of(), caller);
  }

  static <A> A given(Answer<A> answer) {
    return ((Answer.Given<A>) answer).body();
  }

  /** As {@code users~u1~1 outbox_lost}, sorted. */
  static List<String> unbalanced(LedgerBalance ledger) {
    var all = new ArrayList<String>();
    for (SourceBook source : ledger.sources())
      source.unbalanced().forEach(one -> all.add(one.id() + " " + one.reason()));
    for (FlowBook flow : ledger.flows())
      flow.unbalanced().forEach(one -> all.add(one.id() + " " + one.reason()));
    all.sort(null);
    return all;
  }
}
