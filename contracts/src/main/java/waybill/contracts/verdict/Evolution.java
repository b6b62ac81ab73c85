package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import waybill.contracts.Compatibility;

/**
 * Judges one new version against those that are there: which pairs are asked about, in which
 * direction, and what a policy lets pass. One for each new version: its time is counted from when
 * it is made.
 */
public final class Evolution {
  /** What is not judged by then is not known. */
  public static final Duration TIME_MAX = Duration.ofSeconds(15);

  private final Judge judge;
  private final Set<Policy> policies;
  private final Clock clock;
  private final Instant end;

  /** A version that is there; its schema is looked up only where it is asked about. */
  public record Version(int number, Supplier<JsonNode> lookup) {
    public Version(int number, JsonNode schema) {
      this(number, () -> schema);
    }

    JsonNode schema() {
      return lookup.get();
    }
  }

  public Evolution(Judge judge, Set<Policy> policies, Clock clock) {
    this.judge = judge;
    this.policies = Set.copyOf(policies);
    this.clock = clock;
    this.end = clock.instant().plus(TIME_MAX);
  }

  /** What a mode asks for, the newest first. */
  public List<Judged> under(Compatibility mode, List<Version> there, JsonNode candidate) {
    List<Judged> judged = new ArrayList<>();
    for (Version version : asked(mode, there))
      for (Direction direction : directions(mode))
        judged.add(against(version, direction, candidate));
    return judged;
  }

  public Judged against(Version version, Direction direction, JsonNode candidate) {
    boolean backward = direction == Direction.BACKWARD;
    JsonNode there = version.schema();
    JsonNode from = backward ? there : candidate;
    JsonNode to = backward ? candidate : there;
    if (!clock.instant().isBefore(end))
      return judged(version, direction, Verdict.unknown("there was no time left"));
    Verdict verdict = judge.between(from, to);
    return verdict.isCompatible() || !policies.contains(Policy.OPEN_ADDITIONS)
        ? judged(version, direction, verdict)
        : withPolicy(version, direction, verdict, from, to);
  }

  /** If nothing breaks once no document carries the new names, then what breaks is the policy's. */
  private Judged withPolicy(
      Version version, Direction direction, Verdict verdict, JsonNode from, JsonNode to) {
    JsonNode without = OpenAdditions.withoutNewNames(from, to);
    if (without.equals(from)) return judged(version, direction, verdict);
    Verdict rest = judge.between(without, to);
    if (rest.outcome() == Verdict.Outcome.BREAKING) return judged(version, direction, rest);
    if (!rest.isCompatible()) return judged(version, direction, verdict);
    return new Judged(version.number(), direction, rest, accepted(verdict));
  }

  private static List<Accepted> accepted(Verdict verdict) {
    if (verdict.breaks().isEmpty())
      return List.of(new Accepted(Policy.OPEN_ADDITIONS, "properties", null, null));
    return verdict.breaks().stream().map(risk -> Accepted.of(Policy.OPEN_ADDITIONS, risk)).toList();
  }

  private static Judged judged(Version version, Direction direction, Verdict verdict) {
    return new Judged(version.number(), direction, verdict, List.of());
  }

  private static List<Version> asked(Compatibility mode, List<Version> there) {
    List<Version> newestFirst = new ArrayList<>(there);
    newestFirst.sort((one, other) -> Integer.compare(other.number(), one.number()));
    return switch (mode) {
      case NONE -> List.of();
      case BACKWARD, FORWARD, FULL -> newestFirst.subList(0, Math.min(1, newestFirst.size()));
      case BACKWARD_TRANSITIVE, FORWARD_TRANSITIVE, FULL_TRANSITIVE -> newestFirst;
    };
  }

  private static List<Direction> directions(Compatibility mode) {
    return switch (mode) {
      case NONE -> List.of();
      case BACKWARD, BACKWARD_TRANSITIVE -> List.of(Direction.BACKWARD);
      case FORWARD, FORWARD_TRANSITIVE -> List.of(Direction.FORWARD);
      case FULL, FULL_TRANSITIVE -> List.of(Direction.BACKWARD, Direction.FORWARD);
    };
  }
}
