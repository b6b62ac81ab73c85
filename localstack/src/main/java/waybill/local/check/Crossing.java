package waybill.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.bridge.Bridge;
import waybill.contracts.bridge.Chain;
import waybill.contracts.bridge.Counterexample;
import waybill.contracts.bridge.NoTranslation;
import waybill.contracts.bridge.Trial;
import waybill.contracts.verdict.Direction;
import waybill.contracts.verdict.Evolution;
import waybill.contracts.verdict.Judged;

/** How a version of a branch is led over to older ones. */
final class Crossing implements Chain {
  private static final String FILE = "bridge.json";

  private final ContractId id;
  private final Sources sources;
  private final Evolution evolution;

  Crossing(ContractId id, Sources sources, Evolution evolution) {
    this.id = id;
    this.sources = sources;
    this.evolution = evolution;
  }

  /** What is wrong with its own bridge. */
  List<Checked.Problem> problems() {
    try {
      return sources.bridge(id).map(this::problems).orElse(List.of());
    } catch (NoTranslation e) {
      return problem(e.side() + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      return problem(String.valueOf(e.getMessage()));
    }
  }

  private List<Checked.Problem> problems(Bridge bridge) {
    var before = before(id.version());
    if (before.isEmpty()) return problem("leads to no version");
    var old = new ContractId(id.name(), before.getAsInt());
    return new Trial(schema(old.version()), schema(id.version()))
        .of(bridge, sources.examples(old), sources.examples(id))
        .map(found -> problem(says(found)))
        .orElse(List.of());
  }

  private static List<Checked.Problem> problem(String says) {
    return List.of(new Checked.Problem(FILE, says));
  }

  private static String says(Counterexample found) {
    var became =
        found.translated() == null
            ? found.says()
            : "becomes " + Json.write(found.translated()) + ": " + found.violations().get(0).says();
    return found.direction() + ": " + Json.write(found.document()) + " " + became;
  }

  List<Judged> over(List<Judged> judged) {
    return judged.stream()
        .filter(each -> !each.passes() && sources.isBridged(id.name()))
        .filter(each -> leads(id.version(), each.version(), each.direction()))
        .toList();
  }

  @Override
  public OptionalInt bridgedFrom(int version) {
    return sources.bridgedFrom(new ContractId(id.name(), version));
  }

  @Override
  public OptionalInt before(int version) {
    return sources.before(new ContractId(id.name(), version)).stream()
        .mapToInt(Evolution.Version::number)
        .max();
  }

  @Override
  public boolean fits(int older, int newer, Direction direction) {
    return evolution
        .against(new Evolution.Version(older, schema(older)), direction, schema(newer))
        .passes();
  }

  private JsonNode schema(int version) {
    return sources.whole(new ContractId(id.name(), version));
  }
}
