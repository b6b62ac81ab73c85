package waybill.bench.saga;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import waybill.bench.count.Bill;
import waybill.bench.count.Cost;

/** What a saga asks of AWS, beside its messages alone. */
public final class SagaCounts {
  public static final int SAGAS = 100;
  private static final int BATCH = 10;

  private final Path repository;
  private final PrintStream out;
  private final int sagas;
  private final List<Plot> plots;

  private record Run(Plot plot, Bills bills) {}

  public SagaCounts(Path repository, PrintStream out, int sagas) {
    this.repository = repository;
    this.out = out;
    this.sagas = sagas;
    this.plots = List.of(new PlacingOrders(), new Touring(repository));
  }

  public void print() {
    part("Full batches of ten", BATCH, BATCH);
    part("One by one", 1, 1);
  }

  private void part(String how, int together, int batch) {
    Alone alone = Alone.counted(repository, together, batch);
    List<Run> runs = plots.stream().map(plot -> run(plot, together, batch)).toList();
    out.printf("%n%s, a saga beside its messages alone:%n%n", how);
    head();
    for (Run run : runs) {
      Plot plot = run.plot;
      String what = plot.heard() + plot.unheard() + " messages, " + polls(run.bills) + " polls";
      row(plot, what, run.bills.total(sagas), alone.of(plot));
    }
    for (Run run : runs) {
      String what = "the coordinator's " + (run.plot.steps() + 1) + " transitions";
      row(run.plot, what, run.bills.coordinator().total(sagas), alone.ofCoordinator(run.plot));
    }
    out.printf("%n%s, by step and kind (calls · write units + of indexes · read units):%n%n", how);
    out.println("| whose | step | call | 3 steps | 5 steps |");
    out.println("|---|---|---|---:|---:|");
    lines("coordinator", runs, Bills::coordinator);
    lines("participants", runs, Bills::participants);
    lines("exchange", runs, Bills::exchange);
  }

  private Run run(Plot plot, int together, int batch) {
    Bills bills = new Bills();
    try (Scene scene = new Scene(repository, plot)) {
      scene.pass(BATCH, BATCH, new Bills()); // Catalogs and classes are read once.
      for (int done = 0; done < sagas; done += together) scene.pass(together, batch, bills);
      scene.check(sagas + BATCH);
    }
    return new Run(plot, bills);
  }

  private String polls(Bills bills) {
    return String.format(Locale.ROOT, "%.1f", bills.polls(sagas));
  }

  private void head() {
    out.println(
        "| steps | | calls | floor | ratio | write units | floor | ratio | of indexes | floor | ratio | read units | floor | ratio |");
    out.println("|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
  }

  private void row(Plot plot, String what, Cost ours, Cost floor) {
    out.printf(
        "| %d | %s | %s | %s | %s | %s |%n",
        plot.steps(),
        what,
        beside(ours, floor, Cost::calls),
        beside(ours, floor, Cost::writes),
        beside(ours, floor, Cost::indexWrites),
        beside(ours, floor, Cost::reads));
  }

  private static String beside(Cost ours, Cost floor, ToDoubleFunction<Cost> of) {
    double our = of.applyAsDouble(ours);
    double other = of.applyAsDouble(floor);
    return other == 0
        ? String.format(Locale.ROOT, "%.2f | 0.00 | ", our)
        : String.format(Locale.ROOT, "%.2f | %.2f | %.2f", our, other, our / other);
  }

  private void lines(String whose, List<Run> runs, Function<Bills, Bill> of) {
    List<Map<Bill.Line, Cost>> columns =
        runs.stream().map(run -> of.apply(run.bills).per(sagas)).toList();
    TreeSet<Bill.Line> rows = new TreeSet<>();
    columns.forEach(column -> rows.addAll(column.keySet()));
    for (Bill.Line row : rows) {
      List<String> cells = new ArrayList<>(List.of(whose, row.step().toString(), row.call()));
      for (var column : columns) cells.add(column.getOrDefault(row, Cost.NOTHING).cell());
      out.println("| " + String.join(" | ", cells) + " |");
    }
  }
}
