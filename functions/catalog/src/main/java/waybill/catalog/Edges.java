package waybill.catalog;

import static waybill.contracts.verdict.Direction.BACKWARD;
import static waybill.contracts.verdict.Direction.FORWARD;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.Kind;
import waybill.contracts.catalog.Edge;
import waybill.contracts.catalog.Role;
import waybill.contracts.verdict.Accepted;
import waybill.contracts.verdict.Break;
import waybill.contracts.verdict.Direction;
import waybill.contracts.verdict.Evolution;
import waybill.contracts.verdict.Judged;
import waybill.contracts.verdict.Verdict;

/** What goes between the owner of a contract and those who use it, each with its verdict. */
final class Edges {
  /** Edges that show their witness; the others have the same one, or one like it. */
  static final int WITNESSES_MAX = 50;

  private static final int REASON_CHARS_MAX = 500;

  private final KnownContracts contracts;
  private final Supplier<Evolution> evolutions;

  Edges(KnownContracts contracts, Supplier<Evolution> evolutions) {
    this.contracts = contracts;
    this.evolutions = evolutions;
  }

  /** The owner goes out with this version; each user has the one that it takes. */
  List<Edge> toUsers(ContractId id, Kind kind, List<Use> uses) {
    Direction direction = isWrittenByOwner(kind) ? FORWARD : BACKWARD;
    Judging judging = new Judging(id, direction);
    List<Edge> edges = new ArrayList<>();
    for (Use use : uses)
      edges.add(
          judging.edge(
              use.service(), Role.CONSUMER, use.takes().version(), edges.size() < WITNESSES_MAX));
    return List.copyOf(edges);
  }

  /** A user goes out with this version; the owner has those that it provides. */
  List<Edge> toOwner(ContractId id, Kind kind, List<Integer> provided) {
    if (provided.isEmpty())
      return List.of(
          new Edge(
              id.owner(),
              Role.PROVIDER,
              null,
              Verdict.Outcome.UNKNOWN,
              null,
              null,
              "provides no version of it"));
    Direction direction = isWrittenByOwner(kind) ? BACKWARD : FORWARD;
    Judging judging = new Judging(id, direction);
    return provided.stream()
        .map(version -> judging.edge(id.owner(), Role.PROVIDER, version, true))
        .toList();
  }

  /** Who has several versions goes on with one that fits. */
  static boolean holdForEach(List<Edge> edges) {
    Set<String> served =
        edges.stream()
            .filter(edge -> edge.verdict() == Verdict.Outcome.COMPATIBLE)
            .map(Edge::service)
            .collect(Collectors.toSet());
    return edges.stream().map(Edge::service).allMatch(served::contains);
  }

  private static boolean isWrittenByOwner(Kind kind) {
    return switch (kind) {
      case EVENT, REPLY, RESPONSE -> true;
      case COMMAND, REQUEST -> false;
      case CONTROL, TYPE -> throw new IllegalArgumentException(kind + " is not exchanged");
    };
  }

  /** Many services, few versions: each pair of versions is judged once. */
  private final class Judging {
    private final ContractId candidate;
    private final Direction direction;
    private final JsonNode schema;
    private final Evolution evolution = evolutions.get();
    private final Map<Integer, Judged> judged = new HashMap<>();

    private Judging(ContractId candidate, Direction direction) {
      this.candidate = candidate;
      this.direction = direction;
      this.schema = contracts.schema(candidate);
    }

    private Edge edge(String service, Role role, int takes, boolean witnessed) {
      Judged one = judged.computeIfAbsent(takes, this::judge);
      Verdict verdict = one.verdict();
      String keyword = null;
      JsonNode witness = null;
      if (!verdict.breaks().isEmpty()) {
        Break first = verdict.breaks().get(0);
        keyword = first.keyword();
        witness = first.witness();
      } else if (!one.accepted().isEmpty()) {
        Accepted risk = one.accepted().get(0);
        keyword = risk.keyword();
        witness = risk.witness();
      }
      return new Edge(
          service,
          role,
          takes,
          verdict.outcome(),
          keyword,
          witnessed ? witness : null,
          brief(reason(one)));
    }

    private Judged judge(int takes) {
      var there = new ContractId(candidate.name(), takes);
      return contracts.has(there)
          ? evolution.against(
              new Evolution.Version(takes, contracts.schema(there)), direction, schema)
          : new Judged(takes, direction, Verdict.unknown("is not in the catalog"), List.of());
    }
  }

  private static @Nullable String reason(Judged judged) {
    return judged.accepted().isEmpty()
        ? judged.verdict().reason()
        : "accepted by the policy " + judged.accepted().get(0).policy().slug();
  }

  private static @Nullable String brief(@Nullable String reason) {
    return reason == null || reason.length() <= REASON_CHARS_MAX
        ? reason
        : reason.substring(0, REASON_CHARS_MAX);
  }
}
