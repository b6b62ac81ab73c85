package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of orders, with messages lost, repeated, late and out of order, two copies of
 * everything at once, and machines that end between any two calls.
 *
 * <p>{@code -Dwaybill.seeds=N} runs more seeds, {@code -Dwaybill.seed=S} only that one.
 */
class MarketTest {
  private static final int SEEDS = 40;
  private static final int ORDERS = 50;

  private static List<String> lies(long seed) {
    try (Market market = new Market(seed, ORDERS)) {
      market.run();
      return market.lies();
    }
  }

  @Test
  void whateverHappens_nothingIsOversold_noMoneyIsLost_andEachOrderIsWholeOrNothing() {
    Long only = Long.getLong("waybill.seed");
    LongStream seeds =
        only == null
            ? LongStream.range(0, Long.getLong("waybill.seeds", SEEDS))
            : LongStream.of(only);
    seeds.forEach(seed -> assertThat(lies(seed)).as("again with -Dwaybill.seed=" + seed).isEmpty());
  }

  @Test
  void aSeed_replays() {
    assertThat(tables(3)).isEqualTo(tables(3)).isNotEqualTo(tables(4));
  }

  private static List<String> tables(long seed) {
    try (Market market = new Market(seed, ORDERS)) {
      market.run();
      return market.traders.values().stream()
          .flatMap(trader -> trader.table.items().stream())
          .map(Object::toString)
          .sorted()
          .toList();
    }
  }
}
