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
import org.jspecify.annotations.Nullable;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Health;
import waybill.contracts.exchange.ShownErasure;
import waybill.contracts.exchange.ShownMessage;
import waybill.contracts.exchange.TracedDelivery;
import waybill.exchange.books.Lineage;
import waybill.exchange.hear.Bindings;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Erased;
import waybill.exchange.ledger.Ledger;
import waybill.kit.blob.Claims;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;

/** What the exchange answers. */
final class ExchangeApi {
  private final Ledger ledger;
  private final Bindings bindings;
  private final ShownEnvelope shown;
  private final Lineage lineage;

  ExchangeApi(Ledger ledger, Bindings bindings, Claims claims) {
    this.shown = new ShownEnvelope(claims);
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
    Set<String> bound = bindings.of(caller);
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
            .map(one -> one.getValue().traced(one.getKey()))
            .toList();
    Message message = Arrival.of(entry).message();
    return ok(
        new ShownMessage(
            shown.of(entry.text()),
            deliveries,
            lineage.causedBy(message),
            lineage.caused(message),
            erased(entry)));
  }

  private static @Nullable ShownErasure erased(Entry entry) {
    Erased erased = entry.erased();
    return erased == null
        ? null
        : new ShownErasure(erased.at(), erased.by(), erased.reason(), entry.digest());
  }

  private static boolean concerns(Entry entry, MessageId id, Set<String> bound) {
    return bound.contains(id.source())
        || entry.subscribers().keySet().stream().map(Delivery::nameOf).anyMatch(bound::contains);
  }
}
