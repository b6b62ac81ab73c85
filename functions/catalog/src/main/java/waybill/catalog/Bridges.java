package waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import waybill.contracts.bridge.Chain;
import waybill.contracts.verdict.Direction;
import waybill.contracts.verdict.Evolution;

/** Which versions of a contract are led over to each other, with one that is about to be one. */
final class Bridges implements Chain {
  private final Defined contract;
  private final int next;
  private final @Nullable Integer nextFrom;
  private final IntFunction<JsonNode> schemas;
  private final Evolution evolution;
  private final Map<Step, Boolean> known = new HashMap<>();

  private record Step(int older, int newer, Direction direction) {}

  /**
   * @param nextFrom where the bridge of the next version leads to, if it has one
   * @param schemas of each version, and of the next one
   */
  Bridges(
      Defined contract,
      @Nullable Integer nextFrom,
      IntFunction<JsonNode> schemas,
      Evolution evolution) {
    this.contract = contract;
    this.next = contract.nextNumber();
    this.nextFrom = nextFrom;
    this.schemas = schemas;
    this.evolution = evolution;
  }

  /** What is asked between two versions, whichever of them is the older one. */
  boolean lead(int there, int candidate, Direction direction) {
    if (nextFrom == null && contract.versions().stream().allMatch(one -> one.bridgedFrom() == null))
      return false;
    return there < candidate
        ? leads(candidate, there, direction)
        : leads(there, candidate, direction.opposite());
  }

  @Override
  public OptionalInt bridgedFrom(int version) {
    Integer from =
        version == next
            ? nextFrom
            : contract.version(version).map(Numbered::bridgedFrom).orElse(null);
    return from == null ? OptionalInt.empty() : OptionalInt.of(from);
  }

  @Override
  public OptionalInt before(int version) {
    return contract.before(version).stream().mapToInt(Numbered::number).findFirst();
  }

  @Override
  public boolean fits(int older, int newer, Direction direction) {
    return known.computeIfAbsent(new Step(older, newer, direction), this::fits);
  }

  private boolean fits(Step step) {
    var there = new Evolution.Version(step.older, () -> schemas.apply(step.older));
    return evolution.against(there, step.direction, schemas.apply(step.newer)).passes();
  }
}
