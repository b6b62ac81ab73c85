package waybill.exchange;

import static waybill.contracts.exchange.ExchangeContracts.HEALTH;
import static waybill.contracts.exchange.ExchangeContracts.MESSAGE;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.kit.problem.Problem.NOT_FOUND;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Health;
import waybill.contracts.exchange.ShownDelivery;
import waybill.contracts.exchange.ShownMessage;
import waybill.exchange.hear.Bindings;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;

/** What the exchange answers. */
final class ExchangeApi {
  private final Ledger ledger;
  private final Bindings bindings;

  ExchangeApi(Ledger ledger, Bindings bindings) {
    this.ledger = ledger;
    this.bindings = bindings;
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
    List<Item> items = ledger.all(id);
    Optional<Entry> entry =
        items.stream()
            .filter(item -> item.key().equals(Entry.keyOf(id)))
            .map(item -> Cell.of(item, Entry.class).required())
            .filter(Entry::isRouted)
            .filter(one -> caller.isOperator() || concerns(one, id, bound))
            .findFirst();
    if (entry.isEmpty()) return refused(NOT_FOUND.because("no such message, or not yet routed"));
    List<ShownDelivery> deliveries =
        items.stream().filter(item -> Delivery.isAt(item.key())).map(ExchangeApi::shown).toList();
    return ok(new ShownMessage(Json.parse(entry.get().text()), deliveries));
  }

  private static ShownDelivery shown(Item item) {
    Delivery delivery = Cell.of(item, Delivery.class).required();
    return delivery.shown(Delivery.subscriberOf(item.key()));
  }

  private static boolean concerns(Entry entry, MessageId id, Set<String> bound) {
    return bound.contains(id.source())
        || entry.subscribers().keySet().stream().anyMatch(bound::contains);
  }
}
