package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.logic.Values;

/** Says that two schemas are compatible, or nothing. */
final class Prover {
  private static final int VALUES_MAX = 1_000;

  private Prover() {}

  static boolean proves(Pair pair, Deadline deadline) {
    if (Values.normal(pair.oldSchema()).equals(Values.normal(pair.newSchema()))) return true;
    List<JsonNode> all = all(pair.oldSchema());
    if (all != null) return all.stream().allMatch(pair::isNoWitness);
    return pair.found(deadline).isNone();
  }

  /**
   * Every document that a schema can take, if it lists them; there may be some more in the list.
   */
  static @Nullable List<JsonNode> all(JsonNode schema) {
    if (schema.has("const")) return List.of(schema.get("const"));
    List<JsonNode> all = new ArrayList<>();
    if (schema.path("enum").isArray()) {
      schema.get("enum").forEach(all::add);
      return all.size() > VALUES_MAX ? null : all;
    }
    if (!schema.path("anyOf").isArray()) return null;
    for (JsonNode branch : schema.get("anyOf")) {
      List<JsonNode> some = all(branch);
      if (some == null || all.size() + some.size() > VALUES_MAX) return null;
      all.addAll(some);
    }
    return all;
  }
}
