package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.logic.Values;
import waybill.contracts.search.Finding;

/** Shows documents that are fine no more, or nothing. */
final class Refuter {
  private static final int BREAKS_MAX = 10;

  private final Deadline deadline;

  Refuter(Deadline deadline) {
    this.deadline = deadline;
  }

  /** There was no time left to make a witness small. */
  private static final class Late extends RuntimeException {
    private static final long serialVersionUID = 1;

    Late() {
      super("late", null, false, false);
    }
  }

  /** One break for each rule to blame that is found in time. */
  List<Break> breaks(Pair pair) {
    List<Break> breaks = new ArrayList<>();
    try {
      collect(pair, breaks);
    } catch (Late e) {
      // Those that were found in time are whole.
    }
    return breaks;
  }

  private void collect(Pair pair, List<Break> breaks) {
    Set<Rules.Rule> blamed = new HashSet<>();
    for (Pair rest = pair; rest != null && breaks.size() < BREAKS_MAX; ) {
      JsonNode witness = witness(rest, blamed.isEmpty());
      if (witness == null) break;
      JsonNode smallest = shrunk(rest, witness);
      Rules.Rule rule = rule(rest, smallest);
      // One that breaks what is blamed already, too, shows less than it seems to.
      if (rest == pair || isMinimal(pair, smallest)) breaks.add(of(pair, rule, smallest));
      boolean isNew = blamed.add(rule);
      rest = isNew && deadline.isFar() ? rest.withoutRule(rule.pointer()) : null;
    }
  }

  private boolean isMinimal(Pair pair, JsonNode witness) {
    return pair.isWitness(witness) && shrunk(pair, witness).equals(witness);
  }

  private JsonNode shrunk(Pair pair, JsonNode witness) {
    return new Shrinker(
            smaller -> {
              if (deadline.isOver()) throw new Late();
              return pair.isWitness(smaller);
            })
        .shrunk(witness);
  }

  private static Break of(Pair pair, Rules.Rule rule, JsonNode witness) {
    return new Break(
        rule.keyword(),
        Rules.counterpart(pair.oldSchema(), rule.pointer()),
        rule.pointer(),
        witness);
  }

  private static Rules.Rule rule(Pair pair, JsonNode witness) {
    return Rules.at(pair.newSchema(), pair.brokenRules(witness).get(0));
  }

  private @Nullable JsonNode witness(Pair pair, boolean isFirst) {
    List<JsonNode> listed = Prover.all(pair.oldSchema());
    if (listed != null) return first(pair, listed);
    Finding finding = pair.found(deadline);
    if (finding instanceof Finding.Found found) {
      JsonNode witness = Values.sent(found.value());
      if (pair.isWitness(witness)) return witness;
    }
    return isFirst ? first(pair, new Guesses(pair).all(finding.isNone())) : null;
  }

  private @Nullable JsonNode first(Pair pair, Iterable<JsonNode> documents) {
    for (JsonNode document : documents) {
      if (deadline.isOver()) return null;
      JsonNode sent = Json.parse(Json.write(document));
      if (pair.isWitness(sent)) return sent;
    }
    return null;
  }
}
