package waybill.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waybill.contracts.Message;
import waybill.contracts.sagas.SagaState;
import waybill.kit.commit.Table;

/**
 * The whole worker on a table in memory, killed at any call, with answers lost, late, twice and in
 * disorder: what the store and the bank have done agrees in the end with what the sagas became.
 */
class WorkerSimulationTest {
  /** Few enough to be due one after the other: so a seed plays again as it did. */
  private static final int SAGAS = 8;

  private static final int TURNS = 250;

  static LongStream seeds() {
    return LongStream.range(0, 80);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverDies_theBooksAgreeInTheEnd(long seed) {
    new Run(seed).play();
  }

  private static final class Run {
    private final long seed;
    private final Random random;
    private final Office office = new Office();
    private final Map<String, Integer> heard = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> tombstones = new HashSet<>();
    private final List<Message> onTheWay = new ArrayList<>();

    Run(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void play() {
      for (int n = 0; n < SAGAS; n++) onTheWay.add(office.bought("o" + n));
      for (int turn = 0; turn < TURNS; turn++) turn(true);
      for (int turn = 0; turn < 500 && !isAtRest(); turn++) {
        for (int n = 0; n < 2 * SAGAS; n++) turn(false);
        minute(office.table);
      }
      check();
    }

    private void turn(boolean faulty) {
      switch (random.nextInt(10)) {
        case 0 -> minute(faulty ? fused() : office.table);
        case 1, 2, 3, 4 -> participate("o" + random.nextInt(SAGAS), faulty);
        case 5 -> {
          if (faulty && random.nextInt(10) == 0)
            onTheWay.add(office.regretted("o" + random.nextInt(SAGAS)));
        }
        default -> deliverSome(faulty);
      }
    }

    private void minute(Table view) {
      office.pass(Duration.ofSeconds(20));
      try {
        office.minute(view);
      } catch (Fuse.Killed gone) {
        // The next minute makes up for it.
      }
    }

    private Fuse fused() {
      return new Fuse(office.table, random.nextInt(15), random.nextBoolean());
    }

    /** What comes out of order waits for what is before it: that is the kit's. */
    private void deliverSome(boolean faulty) {
      if (onTheWay.isEmpty()) return;
      Message message = onTheWay.remove(0);
      if (faulty && random.nextInt(8) == 0) killed(message);
      office.deliver(message);
      if (random.nextInt(6) == 0) office.deliver(message);
    }

    private void killed(Message message) {
      try {
        office.deliver(message, fused(), 1);
      } catch (Fuse.Killed gone) {
        // The queue hands it over again.
      }
    }

    /** A participant takes the next command about this saga. */
    private void participate(String id, boolean faulty) {
      if (office.row(id).value().isEmpty()) return;
      List<Message> said = office.said(id);
      int next = heard.getOrDefault(id, 0);
      if (next == said.size()) return;
      heard.put(id, next + 1);
      Message command = said.get(next);
      if (command.isPast(office.clock.instant())) return;
      String name = command.contract().name();
      if (name.startsWith("shop.")) return;
      Message answer = office.answer(command, answer(id, name));
      onTheWay.add(faulty ? random.nextInt(onTheWay.size() + 1) : onTheWay.size(), answer);
    }

    private String answer(String id, String command) {
      return switch (command) {
        case "store.reserve" -> perform(id + " reserve", "store.reserved/1", "store.refused/1");
        case "bank.charge" -> perform(id + " charge", "bank.charged/1", "bank.declined/1");
        case "store.ship" -> perform(id + " ship", "store.shipped/1", "store.refused/1");
        case "store.release" -> undo(id + " reserve", "store.released/1");
        case "bank.refund" -> undo(id + " charge", "bank.refunded/1");
        default -> throw new AssertionError(command);
      };
    }

    private String perform(String what, String yes, String no) {
      boolean does = !tombstones.contains(what) && Math.floorMod(what.hashCode() + seed, 7) > 0;
      if (does) done.add(what);
      return does ? yes : no;
    }

    private String undo(String what, String undone) {
      tombstones.add(what);
      done.remove(what);
      return undone;
    }

    private boolean isAtRest() {
      if (!onTheWay.isEmpty()) return false;
      if (office.table.items().stream().anyMatch(item -> item.kind().equals("parked")))
        return false;
      for (int n = 0; n < SAGAS; n++) {
        String id = "o" + n;
        SagaState state = office.state(id);
        if (state == SagaState.RUNNING || state == SagaState.UNDOING) return false;
        if (heard.getOrDefault(id, 0) < office.said(id).size()) return false;
      }
      return true;
    }

    private void check() {
      assertThat(isAtRest()).as("seed %d: comes to rest", seed).isTrue();
      for (int n = 0; n < SAGAS; n++) {
        String id = "o" + n;
        boolean reserved = done.contains(id + " reserve");
        boolean charged = done.contains(id + " charge");
        SagaState state = office.state(id);
        if (state == SagaState.COMPLETED)
          assertThat(reserved && charged).as("seed %d: %s", seed, id).isTrue();
        if (state == SagaState.COMPENSATED)
          assertThat(reserved || charged).as("seed %d: %s", seed, id).isFalse();
        List<String> said = office.saidNames(id);
        assertThat(said.stream().filter(name -> name.startsWith("shop.")).count())
            .as("seed %d: %s says its end once", seed, id)
            .isEqualTo(state.isEnded() ? 1 : 0);
      }
      office.balance();
    }
  }
}
