package waybill.bench.saga;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import waybill.bench.count.Bill;
import waybill.bench.count.Cost;
import waybill.bench.count.Step;
import waybill.bench.spine.Spine;

/**
 * The floor: a saga's messages alone, as the exchange's own count has them, each with an effect of
 * one small item.
 *
 * @param heard what one costs that somebody hears
 * @param unheard what one costs that nobody hears
 */
record Alone(Map<Bill.Line, Cost> heard, Map<Bill.Line, Cost> unheard) {
  private static final int MESSAGES = 100;

  static Alone counted(Path repository, int together, int batch) {
    return new Alone(
        Spine.counted(repository, 1, MESSAGES, together, batch).per(MESSAGES),
        Spine.counted(repository, 0, MESSAGES, together, batch).per(MESSAGES));
  }

  /** Only the first is committed for itself: each other one is said by the effect of one heard. */
  Cost of(Plot plot) {
    Set<Step> said = Set.of(Step.RELAY, Step.ROUTE, Step.HEAR, Step.CLOSE, Step.CLEAR);
    return sum(heard, Set.of(Step.COMMIT))
        .plus(sum(heard, said).times(plot.heard()))
        .plus(sum(unheard, said).times(plot.unheard()));
  }

  /** It hears the beginning and a reply a step, and says a command a step and the end. */
  Cost ofCoordinator(Plot plot) {
    return sum(heard, Set.of(Step.HEAR, Step.RELAY, Step.CLEAR)).times(plot.steps() + 1);
  }

  private static Cost sum(Map<Bill.Line, Cost> lines, Set<Step> steps) {
    return lines.entrySet().stream()
        .filter(line -> steps.contains(line.getKey().step()))
        .map(Map.Entry::getValue)
        .reduce(Cost.NOTHING, Cost::plus);
  }
}
