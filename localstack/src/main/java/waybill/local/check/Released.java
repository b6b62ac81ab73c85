package waybill.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import waybill.contracts.Definition;
import waybill.contracts.saga.SagaId;
import waybill.contracts.verdict.Policy;

/** The catalog that a branch is judged against. */
interface Released {

  Known contract(String name);

  Optional<Definition> definition(String contract);

  Optional<JsonNode> saga(SagaId id);

  /**
   * What is known of a contract.
   *
   * @param retired versions that nothing is judged against any more
   * @param bridges where the bridge of a version leads to
   * @param policies the risks that it accepts
   */
  record Known(
      SortedMap<Integer, JsonNode> versions,
      SortedSet<Integer> retired,
      SortedMap<Integer, Integer> bridges,
      Set<Policy> policies) {

    static Known with(SortedMap<Integer, JsonNode> versions, SortedMap<Integer, Integer> bridges) {
      return new Known(versions, new TreeSet<>(), bridges, Set.of());
    }

    static Known nothing() {
      return with(new TreeMap<>(), new TreeMap<>());
    }
  }
}
