package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waybill.contracts.Catalog;
import waybill.exchange.subscribe.Subscriptions;
import waybill.exchange.subscribe.View;
import waybill.kit.testing.Given;
import waybill.kit.testing.MemoryTable;

/**
 * Lost stream records, lost, shuffled, repeated and refused messages, two copies of everything at
 * once, machines that end between any two calls, poison, refusals, an operator who skips; then
 * calm.
 *
 * <p>{@code -Dwaybill.seeds=N} runs more seeds, {@code -Dwaybill.seed=S} only that one.
 */
class ProtocolSimulationTest {
  private static final int SEEDS = 200;
  private static Catalog catalog = Given.CATALOG;
  private static View view = viewOf(catalog);

  /** Besides orders one that hears everything, and one that hears only a part of each key. */
  @BeforeAll
  static void moreListen(@TempDir Path folder) {
    catalog =
        Catalogs.copiedTo(folder)
            .consuming("audit", "users.user-registered/1", "users.user-changed/1")
            .consuming("welcome", "users.user-registered/1")
            .catalog();
    view = viewOf(catalog);
  }

  private static View viewOf(Catalog known) {
    return new Subscriptions(known, new MemoryTable(), Given.countedIds("view")).now();
  }

  private static List<String> lies(long seed, LeftOut leftOut) {
    try (Simulation simulation = new Simulation(seed, catalog, leftOut)) {
      simulation.run();
      return new Truth(simulation, view).lies();
    }
  }

  @Test
  void whateverHappens_eachEffectIsOnceAndInOrderAndTheLedgerTrue() {
    Long only = Long.getLong("waybill.seed");
    LongStream seeds =
        only == null
            ? LongStream.range(0, Long.getLong("waybill.seeds", SEEDS))
            : LongStream.of(only);
    seeds.forEach(
        seed ->
            assertThat(lies(seed, LeftOut.NOTHING))
                .as("again with -Dwaybill.seed=" + seed)
                .isEmpty());
  }

  @Test
  void aSeed_replays() {
    assertThat(ledgerAfter(7)).isEqualTo(ledgerAfter(7)).isNotEqualTo(ledgerAfter(8));
  }

  private static List<String> ledgerAfter(long seed) {
    try (Simulation simulation = new Simulation(seed, catalog, LeftOut.NOTHING)) {
      simulation.run();
      return simulation.table.items().stream().map(Object::toString).sorted().toList();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
  void aRuleLeftOut_isNoticed(LeftOut rule) {
    assertThat(LongStream.range(0, SEEDS)).anyMatch(seed -> !lies(seed, rule).isEmpty());
  }
}
