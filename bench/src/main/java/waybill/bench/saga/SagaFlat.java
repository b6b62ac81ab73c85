package waybill.bench.saga;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import waybill.bench.count.Cost;

/** Whether a saga costs the same, however many run. */
public final class SagaFlat {
  public static final List<Integer> RUNNING = List.of(10, 100, 1_000, 10_000);
  private static final int SAGAS = 100;
  private static final int BATCH = 10;

  private final Path repository;
  private final PrintStream out;

  public SagaFlat(Path repository, PrintStream out) {
    this.repository = repository;
    this.out = out;
  }

  public void print(List<Integer> all) {
    out.println(
        "\n| sagas running | calls | ratio | write units | ratio | of indexes | ratio | read units | ratio |");
    out.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    Cost first = null;
    for (int running : all) {
      Cost cost = beside(running);
      if (first == null) first = cost;
      out.printf(
          Locale.ROOT,
          "| %,d | %.2f | %.3f | %.2f | %.3f | %.2f | %.3f | %.2f | %.3f |%n",
          running,
          cost.calls(),
          cost.calls() / first.calls(),
          cost.writes(),
          cost.writes() / first.writes(),
          cost.indexWrites(),
          cost.indexWrites() / first.indexWrites(),
          cost.reads(),
          cost.reads() / first.reads());
    }
  }

  private Cost beside(int running) {
    try (Scene scene = new Scene(repository, new PlacingOrders())) {
      scene.pass(BATCH, BATCH, new Bills()); // Catalogs and classes are read once.
      for (int done = 0; done < running; done += SAGAS)
        scene.waiting(Math.min(SAGAS, running - done));
      Bills bills = new Bills();
      for (int done = 0; done < SAGAS; done += BATCH) scene.pass(BATCH, BATCH, bills);
      scene.check(SAGAS + BATCH);
      return bills.total(SAGAS);
    }
  }
}
