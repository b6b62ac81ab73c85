package waybill.catalog;

import static waybill.contracts.verdict.Direction.BACKWARD;
import static waybill.contracts.verdict.Direction.FORWARD;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.catalog.Edge;
import waybill.contracts.catalog.Role;
import waybill.contracts.verdict.Accepted;
import waybill.contracts.verdict.Break;
import waybill.contracts.verdict.Direction;
import waybill.contracts.verdict.Evolution;
import waybill.contracts.verdict.Judge;
import waybill.contracts.verdict.Judged;
import waybill.contracts.verdict.Verdict;

/** What goes between the owner of a contract and those who use it, each with its verdict. */
final class Edges {
  /** Edges that show their witness; the others have the same one, or one like it. */
  static final int WITNESSES_MAX = 50;

  private static final int REASON_CHARS_MAX = 500;

  private final Contracts contracts;
  private final Judge judge;
  private final Clock clock;

  Edges(Contracts contracts, Judge judge, Clock clock) {
    this.contracts = contracts;
    this.judge = judge;
    this.clock = clock;
  }

  /** The owner goes out with this version; each user has the one that it takes. */
  List<Edge> toUsers(ContractId id, Defined contract, List<Use> uses) {
    Direction direction = contract.isSaidByItsOwner() ? FORWARD : BACKWARD;
    Bench bench = new Bench(id, contract, direction);
    List<Edge> edges = new ArrayList<>();
    for (Use use : uses)
      edges.add(
          bench.edge(
              use.service(), Role.CONSUMER, use.takes().version(), edges.size() < WITNESSES_MAX));
    return List.copyOf(edges);
  }

  /** A user goes out with this version; the owner has those that it provides. */
  List<Edge> toOwner(ContractId id, Defined contract, List<Integer> provided) {
    if (provided.isEmpty())
      return List.of(
          new Edge(
              id.owner(),
              Role.PROVIDER,
              null,
              Verdict.Outcome.UNKNOWN,
              false,
              null,
              null,
              "provides no version of it"));
    Direction direction = contract.isSaidByItsOwner() ? BACKWARD : FORWARD;
    Bench bench = new Bench(id, contract, direction);
    return provided.stream()
        .map(version -> bench.edge(id.owner(), Role.PROVIDER, version, true))
        .toList();
  }

  /** Who has several versions goes on with one that fits. */
  static boolean holdForEach(List<Edge> edges) {
    Set<String> served =
        edges.stream()
            .filter(edge -> edge.bridged() || edge.verdict() == Verdict.Outcome.COMPATIBLE)
            .map(Edge::service)
            .collect(Collectors.toSet());
    return edges.stream().map(Edge::service).allMatch(served::contains);
  }

  /** Many services, few versions: each pair of versions is judged once. */
  private final class Bench {
    private final ContractId candidate;
    private final Direction direction;
    private final Evolution evolution;
    private final Bridges bridges;
    private final Map<Integer, Judged> judged = new HashMap<>();

    private Bench(ContractId candidate, Defined contract, Direction direction) {
      this.candidate = candidate;
      this.direction = direction;
      this.evolution = new Evolution(judge, contract.accepts(), clock);
      this.bridges = new Bridges(contract, null, this::schema, evolution);
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
          !one.passes() && bridges.lead(takes, candidate.version(), direction),
          keyword,
          witnessed ? witness : null,
          brief(reason(one)));
    }

    private JsonNode schema(int version) {
      return contracts.schema(new ContractId(candidate.name(), version)).orElseThrow();
    }

    private Judged judge(int takes) {
      var there = new ContractId(candidate.name(), takes);
      Optional<JsonNode> schema = contracts.schema(candidate);
      Optional<JsonNode> known = contracts.schema(there);
      return schema.isPresent() && known.isPresent()
          ? evolution.against(new Evolution.Version(takes, known.get()), direction, schema.get())
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
