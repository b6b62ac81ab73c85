package waybill.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import waybill.bench.count.Bill;
import waybill.bench.count.Cost;
import waybill.bench.spine.Spine;

/** Whether a message costs the same, however many wait and however many listen. */
final class Flat {
  static final List<Integer> WAITING = List.of(10, 1_000, 100_000);
  static final List<Integer> SUBSCRIBERS = List.of(1, 10, 100);
  private static final int BEHIND_OTHERS = 1_000;
  private static final int TO_MANY = 200;
  private static final int BATCH = 10;

  private final Path repository;
  private final PrintStream out;

  Flat(Path repository, PrintStream out) {
    this.repository = repository;
    this.out = out;
  }

  /** So many stand in the queue to the exchange, before and after each batch. */
  void waiting(List<Integer> all) {
    out.println(
        "\n| messages waiting | calls | write units | of indexes | read units | calls beside the first |");
    out.println("|---:|---:|---:|---:|---:|---:|");
    double first = 0;
    for (int waiting : all) {
      Cost cost = behind(waiting);
      if (first == 0) first = cost.calls();
      row(waiting, cost, cost.calls() / first);
    }
  }

  private Cost behind(int waiting) {
    try (Spine spine = new Spine(repository, 1)) {
      spine.prefill(waiting);
      spine.pass(BATCH, BATCH, new Bill()); // Catalogs and classes are read once.
      Bill bill = new Bill();
      for (int done = 0; done < BEHIND_OTHERS; done += BATCH) spine.pass(BATCH, BATCH, bill);
      spine.check(BEHIND_OTHERS + BATCH);
      return bill.total(BEHIND_OTHERS);
    }
  }

  void subscribers(List<Integer> all) {
    out.println(
        "\n| subscribers | calls | write units | of indexes | read units | calls a delivery |");
    out.println("|---:|---:|---:|---:|---:|---:|");
    for (int many : all) {
      Cost cost = to(many);
      row(many, cost, cost.calls() / many);
    }
  }

  private Cost to(int many) {
    try (Spine spine = new Spine(repository, many)) {
      spine.pass(BATCH, BATCH, new Bill());
      Bill bill = new Bill();
      spine.pass(TO_MANY, BATCH, bill);
      spine.check(TO_MANY + BATCH);
      return bill.total(TO_MANY);
    }
  }

  private void row(int of, Cost cost, double last) {
    out.printf(
        Locale.ROOT,
        "| %,d | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
        of,
        cost.calls(),
        cost.writes(),
        cost.indexWrites(),
        cost.reads(),
        last);
  }
}
