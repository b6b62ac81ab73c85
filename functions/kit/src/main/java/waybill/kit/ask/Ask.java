package waybill.kit.ask;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import waybill.contracts.Catalog;
import waybill.contracts.Contract;
import waybill.contracts.Json;
import waybill.contracts.Malformed;
import waybill.contracts.catalog.ServiceContracts;
import waybill.contracts.catalog.ShownService;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.ask.Reply.Answered;
import waybill.kit.ask.Reply.NotFound;
import waybill.kit.ask.Reply.Refused;
import waybill.kit.ask.Reply.Unavailable;
import waybill.kit.ask.Wire.Got;
import waybill.kit.http.Request;

/**
 * Asks other services on behalf of whoever asks this one. Keep one for the life of the function: it
 * remembers where services are, and which of them do not answer.
 */
public final class Ask {
  private static final String CATALOG = "catalog";

  private final Catalog contracts;
  private final Clock clock;
  private final Wire wire;
  private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(String base, Instant until) {}

  Ask(Catalog contracts, Clock clock, Wire wire) {
    this.contracts = contracts;
    this.clock = clock;
    this.wire = wire;
  }

  public static Ask over(Service service) {
    return new Ask(service.catalog(), service.clock(), new HttpWire());
  }

  /** The caller's own token goes along: what the caller may not see is not seen for it either. */
  public <T> Reply<T> get(Request<?> onBehalf, Question question, Contract<T> gives) {
    String api = onBehalf.arrival().base();
    if (api.isEmpty()) return new Unavailable<>("nobody knows where this deployment is");
    Asking asking = new Asking(wire, clock, onBehalf);
    Question entry = Question.of(CATALOG, "services", question.service());
    String name = api + entry.path();
    Known place = known.get(name);
    if (place != null && clock.instant().isBefore(place.until()))
      return get(asking, place.base(), question, gives);
    Reply<ShownService> found = get(asking, api, entry, ServiceContracts.SERVICE);
    if (found instanceof Refused<ShownService> refused) return new Refused<>(refused.status());
    Optional<String> base = base(found);
    if (base.isEmpty()) return new Unavailable<>("the registry names no place of it");
    known.put(name, new Known(base.get(), clock.instant().plus(Limits.ASK_PLACE_KEPT)));
    return get(asking, base.get(), question, gives);
  }

  /** A service from outside could use the caller's token at every other one. */
  private static Optional<String> base(Reply<ShownService> found) {
    return found instanceof Answered<ShownService> answered && answered.body().builtIn()
        ? Optional.ofNullable(answered.body().baseUrl())
        : Optional.empty();
  }

  private <T> Reply<T> get(Asking asking, String base, Question question, Contract<T> gives) {
    Breaker breaker = breakers.computeIfAbsent(question.service(), service -> new Breaker(clock));
    if (!breaker.letsIn()) return new Unavailable<>("it has not answered for a while");
    Optional<Got> got = asking.get(base + question.path());
    if (got.isEmpty() || got.get().status() == 429) {
      breaker.failed();
      return new Unavailable<>("no answer");
    }
    breaker.answered();
    return read(got.get(), gives);
  }

  private <T> Reply<T> read(Got got, Contract<T> gives) {
    if (got.status() == 200) return read(got.body(), gives);
    boolean itsOwnWord = got.type().startsWith("application/problem+json");
    if (got.status() == 404 && itsOwnWord) return new NotFound<>();
    return got.status() < 400 || got.status() == 404
        ? new Unavailable<>("status " + got.status())
        : new Refused<>(got.status());
  }

  private <T> Reply<T> read(String body, Contract<T> gives) {
    try {
      JsonNode document = Json.parse(body);
      return contracts.check(gives.id(), document).isEmpty()
          ? new Answered<>(contracts.read(gives, document))
          : new Unavailable<>("the answer breaks " + gives);
    } catch (Malformed e) {
      return new Unavailable<>("the answer is not JSON");
    }
  }
}
