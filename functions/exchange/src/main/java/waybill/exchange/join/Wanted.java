package waybill.exchange.join;

import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Kind;
import waybill.contracts.Violation;
import waybill.contracts.exchange.PutSubscription;
import waybill.contracts.exchange.WantedDelivery;
import waybill.kit.problem.ProblemType;
import waybill.kit.problem.Refusal;

/** Whether a service can get what it wants, where it wants it. */
final class Wanted {
  private static final Set<Kind> DELIVERED = Set.of(Kind.EVENT, Kind.COMMAND, Kind.REPLY);

  private final Catalog catalog;
  private final Destinations destinations;

  Wanted(Catalog catalog, Destinations destinations) {
    this.catalog = catalog;
    this.destinations = destinations;
  }

  Optional<Refusal> refusal(String service, PutSubscription wanted) {
    Set<String> names = new HashSet<>();
    for (int at = 0; at < wanted.contracts().size(); at++) {
      Optional<Refusal> refusal =
          contract(
              service, ContractId.parse(wanted.contracts().get(at)), names, "/contracts/" + at);
      if (refusal.isPresent()) return refusal;
    }
    return start(wanted.start()).or(() -> destination(wanted.delivery()));
  }

  /** The form is right, and there is no such day. */
  private static Optional<Refusal> start(@Nullable String start) {
    try {
      Starts.from(start);
      return Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.of(JoinProblem.BAD_START.at("/start"));
    }
  }

  private Optional<Refusal> contract(
      String service, ContractId id, Set<String> names, String pointer) {
    if (!catalog.has(id)) return Optional.of(JoinProblem.UNKNOWN_VERSION.at(pointer));
    var definition = catalog.definition(id.name());
    if (!DELIVERED.contains(definition.kind()))
      return Optional.of(JoinProblem.NOT_SUBSCRIBABLE.at(pointer));
    if (!mayRead(service, definition.owner(), definition.readers(), definition.kind()))
      return Optional.of(JoinProblem.NOT_A_READER.at(pointer));
    return names.add(id.name())
        ? Optional.empty()
        : Optional.of(JoinProblem.TWO_VERSIONS.at(pointer));
  }

  /** A command is read by its owner. */
  private static boolean mayRead(String service, String owner, List<String> readers, Kind kind) {
    return readers.contains(service) || (kind == Kind.COMMAND && owner.equals(service));
  }

  private Optional<Refusal> destination(WantedDelivery wanted) {
    if (wanted.kind() == WantedDelivery.Kind.PULL) return Optional.empty();
    String url = wanted.url();
    if (url == null) return Optional.of(JoinProblem.URL_NEEDED.at("/delivery/url"));
    return wanted.kind() == WantedDelivery.Kind.QUEUE
        ? destinations.queue(url).map(why -> at(JoinProblem.BAD_QUEUE, why))
        : destinations.webhook(url).map(why -> at(JoinProblem.BAD_ENDPOINT, why));
  }

  private static Refusal at(ProblemType type, String why) {
    return type.at(List.of(new Violation("/delivery/url", type.slug(), why)));
  }
}
