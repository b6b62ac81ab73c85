package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Documents that may tell two schemas apart: what stands in them, values next to their bounds,
 * documents of the old one, and changes to all of these. It understands nothing of what the schemas
 * say: so it finds what the logic does not understand, and looks over the prover's shoulder.
 */
final class Guesses {
  private static final int MANY = 3_000;
  private static final int FEW = 200;
  private static final int SEEDS_MAX = 200;

  private final Pair pair;
  private final Random random = new Random(7);

  Guesses(Pair pair) {
    this.pair = pair;
  }

  /**
   * @param few as many as are a check on a proof
   */
  Iterable<JsonNode> all(boolean few) {
    Material material = new Material(pair.oldSchema(), pair.newSchema());
    List<JsonNode> seeds = new ArrayList<>(Samples.valid(pair.oldSchema(), few ? 2 : 8));
    seeds.addAll(material.values());
    return () -> stream(seeds, material, few ? FEW : MANY);
  }

  private Iterator<JsonNode> stream(List<JsonNode> seeds, Material material, int most) {
    Set<JsonNode> good = new LinkedHashSet<>();
    Change change = new Change(material, random);
    Stream<JsonNode> changed =
        Stream.generate(
            () -> {
              List<JsonNode> from = good.isEmpty() ? seeds : List.copyOf(good);
              JsonNode next = change.of(from.get(random.nextInt(from.size())));
              // What the old schema takes is a better place to go on from than what it does not.
              if (good.size() < SEEDS_MAX && pair.isOld(next)) good.add(next);
              return next;
            });
    for (JsonNode seed : seeds) if (good.size() < SEEDS_MAX && pair.isOld(seed)) good.add(seed);
    return Stream.concat(seeds.stream(), changed).limit(seeds.size() + most).iterator();
  }
}
