package waybill.exchange;

import static waybill.contracts.exchange.ExchangeContracts.HEALTH;
import static waybill.contracts.exchange.ExchangeContracts.MESSAGE;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.kit.problem.Problem.NOT_FOUND;

import java.util.List;
import java.util.Set;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Health;
import waybill.contracts.exchange.ShownMessage;
import waybill.contracts.exchange.TracedDelivery;
import waybill.exchange.books.Lineage;
import waybill.exchange.hear.Bindings;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;

/** What the exchange answers. */
final class ExchangeApi {
  private final Ledger ledger;
  private final Bindings bindings;
  private final Lineage lineage;

  ExchangeApi(Ledger ledger, Bindings bindings) {
    this.ledger = ledger;
    this.bindings = bindings;
    this.lineage = new Lineage(ledger);
  }

  Routes routes() {
    return Routes.of(
        get("/health", HEALTH, request -> ok(new Health("ok"))),
        get("/messages/{message_id}", MESSAGE, this::show));
  }

  /** What is not routed yet is not here yet: it may still be on its way. */
  Answer<ShownMessage> show(Request<Nothing> request) {
    Caller caller = request.caller();
    Set<String> bound = bindings.of(caller.isMachine() ? caller.client() : "");
    if (!caller.isOperator() && bound.isEmpty())
      return refused(
          FORBIDDEN.because("operators, the source and its subscribers look at a message"));
    return MessageId.isId(request.path("message_id"))
        ? shown(MessageId.parse(request.path("message_id")), caller, bound)
        : refused(NOT_FOUND.because("no such message"));
  }

  private Answer<ShownMessage> shown(MessageId id, Caller caller, Set<String> bound) {
    Entry entry = ledger.entry(id).value();
    if (entry == null || !entry.isRouted() || !(caller.isOperator() || concerns(entry, id, bound)))
      return refused(NOT_FOUND.because("no such message, or not yet routed"));
    List<TracedDelivery> deliveries =
        ledger.deliveries(id, entry).entrySet().stream()
            .map(one -> one.getValue().traced(nameOf(one.getKey())))
            .toList();
    Message message = Arrival.of(entry).message();
    return ok(
        new ShownMessage(
            Json.parse(entry.text()),
            deliveries,
            lineage.causedBy(message),
            lineage.caused(message)));
  }

  private static boolean concerns(Entry entry, MessageId id, Set<String> bound) {
    return bound.contains(id.source())
        || entry.subscribers().keySet().stream().map(ExchangeApi::nameOf).anyMatch(bound::contains);
  }

  /** Without the number that tells it from an earlier one of its name. */
  private static String nameOf(String subscription) {
    return subscription.split("\\.", 2)[0];
  }
}
